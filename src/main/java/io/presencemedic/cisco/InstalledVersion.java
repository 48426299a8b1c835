package io.presencemedic.cisco;

import java.util.List;

/**
 * What {@code show version active} said.
 *
 * @param version the running release
 * @param options the installed software options (COP files)
 */
public record InstalledVersion(Version version, List<String> options) {
    public InstalledVersion {
        options = List.copyOf(options);
    }
}
