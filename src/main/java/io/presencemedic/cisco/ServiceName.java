package io.presencemedic.cisco;

import java.util.Locale;

/**
 * The displayed name of a platform service, in the platform's own spelling. Two names are equal when they differ only
 * in letter case, in the number of blanks, or in blanks around a dash.
 *
 * @param value the name as the platform spells it, such as {@code Cisco Presence Engine}
 */
public record ServiceName(String value) implements Comparable<ServiceName> {
    /** What the comparison is made on. */
    public String key() {
        return value.strip()
                .replaceAll("\\s*-\\s*", "-")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceName that && key().equals(that.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public int compareTo(ServiceName other) {
        return key().compareTo(other.key());
    }

    @Override
    public String toString() {
        return value;
    }
}
