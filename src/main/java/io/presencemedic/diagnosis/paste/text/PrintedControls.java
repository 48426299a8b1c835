package io.presencemedic.diagnosis.paste.text;

/**
 * Turns control characters that a program printed as text into what they were: caret notation ({@code ^M}), pictures of
 * controls, the escape in the notations of shells, and colour codes that lost their escape.
 */
final class PrintedControls {
    private static final int NEAR = 8;
    private static final char ESCAPE = '\u001b';
    private static final String[] ESCAPES = {"\\x1b[", "\\x1B[", "\\033[", "\\e[", "\\u001b[", "\\u001B[", "^[["};

    private final String text;
    private final StringBuilder plain;
    private int at;

    private PrintedControls(String text) {
        this.text = text;
        this.plain = new StringBuilder(text.length());
    }

    static String decode(String text) {
        boolean any = text.indexOf('^') >= 0
                || text.indexOf('\\') >= 0
                || text.indexOf('\u241b') >= 0
                || text.indexOf("_x000D_") >= 0
                || text.indexOf("m") >= 0 && text.indexOf('[') >= 0;
        return any ? new PrintedControls(text).decoded() : text;
    }

    private String decoded() {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean taken =
                    switch (c) {
                        case '^' -> escaped() || caret();
                        case '\\' -> escaped();
                        case '\u241b' -> put(ESCAPE, 1);
                        case '\u240d' -> carriageReturn(1);
                        case '_' -> text.startsWith("_x000D_", at) && carriageReturn(7);
                        case '[' -> colour();
                        default -> false;
                    };
            if (!taken) {
                plain.append(c);
                at++;
            }
        }
        return plain.toString();
    }

    private boolean put(char c, int length) {
        plain.append(c);
        at += length;
        return true;
    }

    private boolean escaped() {
        for (String escape : ESCAPES) {
            if (text.startsWith(escape, at)) {
                return put(ESCAPE, escape.length() - 1);
            }
        }
        return false;
    }

    private boolean caret() {
        if (at + 1 >= text.length()) {
            return false;
        }
        return switch (text.charAt(at + 1)) {
            case 'M' -> carriageReturn(2);
            case 'J' -> put('\n', 2);
            case 'H' -> put('\b', 2);
            case 'I' -> put('\t', 2);
            case 'G' -> {
                at += 2;
                yield true;
            }
            default -> false;
        };
    }

    /** In front of a line end it is a part of it, elsewhere a line end of its own. */
    private boolean carriageReturn(int length) {
        at += length;
        int next = at;
        while (next < text.length() && next - at < NEAR && " \r^M".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        if (next < text.length() && text.charAt(next) != '\n') {
            plain.append('\n');
        }
        return true;
    }

    /** A colour or an erasure whose escape was lost: digits between the bracket and its letter, or the letter alone. */
    private boolean colour() {
        int end = at + 1;
        while (end < text.length() && end - at < 12 && isParameter(text.charAt(end))) {
            end++;
        }
        boolean before = at > 0 && plain.length() > 0 && plain.charAt(plain.length() - 1) == ESCAPE;
        if (before || end >= text.length()) {
            return false;
        }
        char letter = text.charAt(end);
        boolean empty = end == at + 1;
        boolean behind = end + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 1)) || !empty;
        if ((letter == 'm' || letter == 'K' || letter == 'J' && !empty) && behind && isPlace(empty, end)) {
            at = end + 1;
            return true;
        }
        return false;
    }

    private boolean isPlace(boolean empty, int end) {
        return !empty || end + 1 == text.length() || text.charAt(end + 1) != ']';
    }

    private static boolean isParameter(char c) {
        return c >= '0' && c <= '9' || c == ';';
    }
}
