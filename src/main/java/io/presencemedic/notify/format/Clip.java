package io.presencemedic.notify.format;

/** Cuts texts to the widths of other people's columns. */
final class Clip {
    private static final String MORE = "…";

    private Clip() {}

    /** The text, at most so many UTF-16 units long, never cut within a character. */
    static String to(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - MORE.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + MORE;
    }
}
