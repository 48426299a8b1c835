package io.presencemedic.cisco.service;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A core file: the trace of a crashed process.
 *
 * @param name file name, such as {@code core.4711.11.pe.1700000000}
 * @param sizeKb size in units of 1,024 bytes; null where the list does not give it
 * @param date when it was written, as printed ({@code 2024-02-29 23:59:58}, the node's own time)
 */
public record CoreFile(String name, @Nullable Long sizeKb, String date) {
    private static final Pattern FORM = Pattern.compile("core\\.\\d+\\.\\d+\\.(.+?)\\.\\d+(\\.(gz|tgz|zip))?");
    private static final Pattern SHORT = Pattern.compile("core\\.([^.\\d][^.]*)\\.core");

    /** The process that crashed, as the file's name tells it. */
    public Optional<String> process() {
        Matcher named = FORM.matcher(name);
        if (named.matches()) {
            return Optional.of(named.group(1));
        }
        Matcher shortly = SHORT.matcher(name);
        return shortly.matches() ? Optional.of(shortly.group(1)) : Optional.empty();
    }

    /** The service to which the process belongs. */
    public Optional<ServiceName> service() {
        return process().flatMap(ServiceCatalog::ofProcess);
    }
}
