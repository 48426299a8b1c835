package io.presencemedic.cisco;

/**
 * Texts without regard to letter case, letter by letter: the result is as long as the text, and so is the work. What
 * {@link String} does copies the whole text for each letter that becomes two, such as a capital I with a dot, so a line
 * of them costs its square.
 */
public final class LetterCase {
    private LetterCase() {}

    /** The text in lower case. */
    public static String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.toLowerCase(text.charAt(i)) != text.charAt(i)) {
                return lower(text.toCharArray(), i);
            }
        }
        return text;
    }

    private static String lower(char[] letters, int from) {
        for (int i = from; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        return new String(letters);
    }

    /** The text in upper case. */
    public static String upper(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toUpperCase(letters[i]);
        }
        return new String(letters);
    }
}
