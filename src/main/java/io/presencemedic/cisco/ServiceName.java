package io.presencemedic.cisco;

/**
 * The displayed name of a platform service, in the platform's own spelling. Two names are equal when they differ only
 * in letter case, in the number of blanks, or in blanks around a dash.
 *
 * @param value the name as the platform spells it, such as {@code Cisco Presence Engine}
 */
public record ServiceName(String value) implements Comparable<ServiceName> {
    /** The platform's own database, which everything on a node needs (D4). */
    public static final ServiceName DATABASE = new ServiceName("A Cisco DB");

    /** What the comparison is made on: lower case, single blanks, and none around a dash. */
    public String key() {
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

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceName that
                && (value.equals(that.value) || endsLike(that.value) && key().equals(that.key()));
    }

    /** Whether the last characters do not tell that the names differ; most names end differently. */
    private boolean endsLike(String other) {
        if (value.isEmpty() || other.isEmpty()) {
            return true;
        }
        char ours = value.charAt(value.length() - 1);
        char theirs = other.charAt(other.length() - 1);
        return Character.isWhitespace(ours)
                || Character.isWhitespace(theirs)
                || Character.toLowerCase(ours) == Character.toLowerCase(theirs);
    }

    /**
     * Of the characters that are no blanks: where two names are equal, these are. Sets are asked more often than made.
     */
    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!Character.isWhitespace(c)) {
                hash = 31 * hash + Character.toLowerCase(c);
            }
        }
        return hash;
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
