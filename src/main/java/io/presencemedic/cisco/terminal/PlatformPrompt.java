package io.presencemedic.cisco.terminal;

import java.util.regex.Pattern;

/**
 * The prompt of the platform's command line: {@code admin:} whatever the account's name; with {@code set commandcount
 * enable} a counter joins it, of a form that is not documented.
 */
public final class PlatformPrompt {
    private static final String WORD = "admin";
    private static final String PLAIN = WORD + ":";
    private static final Pattern COUNTED = Pattern.compile(WORD + "(?![A-Za-z])[^\\r\\n]{0,40}:");
    private static final int MOST_DIGITS = 6;

    private PlatformPrompt() {}

    /** Whether a terminal's line is a prompt and nothing else; a counter of any form counts. */
    public static boolean is(String line) {
        return COUNTED.matcher(line.stripTrailing()).matches();
    }

    /** Whether the line is the plain prompt, and not one that a person's text could look like. */
    public static boolean isPlain(String line) {
        return line.stripTrailing().equals(PLAIN);
    }

    /** Whether the plain prompt stands at a place of a line, in any letter case. */
    public static boolean isPlainAt(String line, int at) {
        return line.regionMatches(true, at, PLAIN, 0, PLAIN.length());
    }

    /** The end of the first prompt word from a place on; -1 where there is none. */
    public static int end(String line, int from) {
        for (int colon = line.indexOf(':', from); colon >= 0; colon = line.indexOf(':', colon + 1)) {
            if (begin(line, colon + 1) >= from) {
                return colon + 1;
            }
        }
        return -1;
    }

    /** Where the prompt's word begins that ends here; -1 where none does. */
    public static int begin(String line, int end) {
        int last = end - 1;
        int blanks = 0;
        while (last > 0 && line.charAt(last - 1) == ' ' && blanks < 4) {
            last--;
            blanks++;
        }
        last = withoutCounter(line, last);
        int begin = last - WORD.length();
        boolean word = begin >= 0 && line.regionMatches(true, begin, WORD, 0, WORD.length());
        return word && (begin == 0 || !isWord(line.charAt(begin - 1))) ? begin : -1;
    }

    /** Where the count of commands begins that the platform may print between the word and the colon. */
    private static int withoutCounter(String line, int end) {
        boolean closed = end > 0 && ")]>".indexOf(line.charAt(end - 1)) >= 0;
        int at = closed ? end - 1 : end;
        int digits = at;
        while (at > 0 && digits - at < MOST_DIGITS && Character.isDigit(line.charAt(at - 1))) {
            at--;
        }
        boolean counted = closed && at < digits && at > 0 && "([<".indexOf(line.charAt(at - 1)) >= 0;
        return counted ? at - 1 : end;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }
}
