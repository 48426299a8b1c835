package io.presencemedic.redaction;

import java.util.HashMap;
import java.util.Map;

/**
 * What stands in a secret's place while a log is read: as many characters, so that columns stay where they are, and the
 * same ones for the same secret, so that two can be compared. They are of Unicode's private range, which no pasted text
 * keeps, and are shown as the mask.
 */
public final class SecretTokens {
    private static final char FIRST = '\ue000';
    private static final int MOST = 6000;
    private static final String HIDDEN = "*";
    private static final char FILLER = '\uf8ff';
    /** Shorter texts stand in many places that have nothing to do with a secret. */
    private static final int SHORTEST_SOUGHT = 8;

    private static final int SHORTEST_LOOK = 12;

    private final Map<String, Character> tokens = new HashMap<>();

    /** The token of a secret; stars for one that the writer hid himself, since two of these need not be equal. */
    public String of(String secret) {
        if (isMasked(secret)) {
            return secret;
        }
        if (HiddenValue.is(secret)) {
            return HIDDEN.repeat(secret.length());
        }
        char token = tokens.computeIfAbsent(secret, key -> (char) (FIRST + Math.min(tokens.size(), MOST)));
        return token + String.valueOf(FILLER).repeat(secret.length() - 1);
    }

    /** Takes in a word that may be a secret or beside one; only what looks like a secret is sought elsewhere. */
    public void unattributed(String word) {
        boolean letter = word.chars().anyMatch(Character::isLetter);
        boolean digit = word.chars().anyMatch(Character::isDigit);
        boolean looksSecret = word.length() >= SHORTEST_LOOK && letter && digit && word.indexOf('.') < 0;
        if (looksSecret && word.indexOf('-') < 0) {
            of(word);
        }
    }

    /** The token of a text of which nobody knows what in it is secret. */
    public String ofAll(String text) {
        return isMasked(text)
                ? text
                : (char) (FIRST + MOST) + String.valueOf(FILLER).repeat(text.length() - 1);
    }

    private static boolean isMasked(String secret) {
        return secret.chars().allMatch(c -> c == '*' || isToken((char) c)) || secret.equalsIgnoreCase("NULL");
    }

    private static boolean isToken(char c) {
        return c >= FIRST && c <= FILLER;
    }

    /** Whether no secret was found yet. */
    public boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** Takes known secrets out of a line wherever they stand as a word. */
    public String withoutKnown(String line) {
        StringBuilder masked = null;
        int begin = -1;
        for (int at = 0; at <= line.length(); at++) {
            boolean inside = at < line.length() && isPart(line.charAt(at));
            if (inside && begin < 0) {
                begin = at;
            } else if (!inside && begin >= 0) {
                String word = line.substring(begin, at);
                if (word.length() >= SHORTEST_SOUGHT && tokens.containsKey(word)) {
                    masked = masked == null ? new StringBuilder(line) : masked;
                    masked.replace(begin, at, of(word));
                }
                begin = -1;
            }
        }
        return masked == null ? line : masked.toString();
    }

    private static boolean isPart(char c) {
        return !Character.isWhitespace(c) && "\"'`,;|<>()[]".indexOf(c) < 0;
    }

    /** A text as it may be shown: the mask for every token. */
    public static String shown(String text) {
        StringBuilder shown = null;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isToken(c) && shown == null) {
                shown = new StringBuilder(text.length()).append(text, 0, at);
            }
            if (shown != null && !isToken(c)) {
                shown.append(c);
            } else if (shown != null && c != FILLER) {
                shown.append(SecretMask.MASK);
            }
        }
        return shown == null ? text : shown.toString();
    }
}
