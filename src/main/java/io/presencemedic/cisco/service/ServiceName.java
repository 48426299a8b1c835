package io.presencemedic.cisco.service;

/**
 * The displayed name of a platform service, in the platform's own spelling. Two names are equal when they differ only
 * in letter case, in the number of blanks, or in blanks around a dash.
 */
public final class ServiceName implements Comparable<ServiceName> {
    /** The platform's own database, which everything on a node needs (D4). */
    public static final ServiceName DATABASE = new ServiceName("A Cisco DB");

    private final String value;
    /** Made once: names are compared far more often than made. */
    private final String key;

    /** @param value the name as the platform spells it, such as {@code Cisco Presence Engine} */
    public ServiceName(String value) {
        this.value = value;
        this.key = key(value);
    }

    private static String key(String value) {
        StringBuilder key = new StringBuilder(value.length());
        boolean blank = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isWhitespace(c)) {
                blank = true;
                continue;
            }
            boolean dash = c == '-' || (!key.isEmpty() && key.charAt(key.length() - 1) == '-');
            if (blank && !dash && !key.isEmpty()) {
                key.append(' ');
            }
            key.append(Character.toLowerCase(c));
            blank = false;
        }
        return key.toString();
    }

    /** The name as the platform spells it. */
    public String value() {
        return value;
    }

    /** What the comparison is made on: lower case, single blanks, and none around a dash. */
    public String key() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceName that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public int compareTo(ServiceName other) {
        return key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return value;
    }
}
