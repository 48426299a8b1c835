package io.presencemedic.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds in one pass which of a few words a line holds, whatever their letters' case. Most lines hold none, so most of
 * the work on them is not done.
 */
final class SecretHints {
    /** Stands for a long row of hexadecimal digits. */
    static final String HEX_ROW = "hexadecimal row";

    private static final int HEX = 64;
    private static final int LETTERS = 128;

    private final List<String> words = new ArrayList<>();
    private long hexRow;
    private final int[][] byPair = new int[LETTERS * LETTERS][];

    /** The set of these words, each of two characters or more, as bits. */
    long of(String... hints) {
        return Arrays.stream(hints).mapToLong(hint -> 1L << number(hint)).reduce(0, (one, other) -> one | other);
    }

    private int number(String hint) {
        int known = words.indexOf(hint);
        if (known >= 0) {
            return known;
        }
        if (words.size() == Long.SIZE) {
            throw new IllegalStateException("there are more than " + Long.SIZE + " hints");
        }
        words.add(hint);
        int number = words.size() - 1;
        if (hint.equals(HEX_ROW)) {
            hexRow = 1L << number;
        } else {
            for (String pair : cases(hint)) {
                int place = pair.charAt(0) * LETTERS + pair.charAt(1);
                int[] others = byPair[place] == null ? new int[0] : byPair[place];
                byPair[place] = Arrays.copyOf(others, others.length + 1);
                byPair[place][others.length] = number;
            }
        }
        return number;
    }

    /** The first two characters in every case. */
    private static List<String> cases(String hint) {
        String lower = hint.substring(0, 2).toLowerCase(Locale.ROOT);
        String upper = lower.toUpperCase(Locale.ROOT);
        return List.of(lower, upper, "" + lower.charAt(0) + upper.charAt(1), "" + upper.charAt(0) + lower.charAt(1))
                .stream()
                .distinct()
                .toList();
    }

    /** The words that the line holds. */
    long in(String line) {
        long found = 0;
        int hex = 0;
        char before = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            hex = isHex(c) ? hex + 1 : 0;
            if (hex == HEX) {
                found |= hexRow;
            }
            if (c < LETTERS && before < LETTERS && byPair[before * LETTERS + c] != null) {
                found |= at(line, i - 1, byPair[before * LETTERS + c]);
            }
            before = c;
        }
        return found;
    }

    private long at(String line, int place, int[] candidates) {
        long found = 0;
        for (int candidate : candidates) {
            String word = words.get(candidate);
            if (line.regionMatches(true, place, word, 0, word.length())) {
                found |= 1L << candidate;
            }
        }
        return found;
    }

    static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
