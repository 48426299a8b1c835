package io.presencemedic.diagnosis.paste.text;

import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Takes the text out of a document in Rich Text Format, as word processors and mail programs attach it: control words
 * that stand for characters become these, all others go.
 */
final class RichText {
    private static final String BEGINNING = "{\\rtf";
    private static final int LONGEST_WORD = 40;
    private static final int DEEPEST = 200;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** What these hold is not shown. */
    private static final Set<String> HIDDEN = Set.of(
            "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "themedata", "generator", "listtable");

    private final String text;
    private final StringBuilder plain;
    private final Deque<Boolean> hidden = new ArrayDeque<>();
    private boolean hides;
    private int at;

    private RichText(String text) {
        this.text = text;
        this.plain = new StringBuilder(text.length());
    }

    static String decode(String text) {
        String stripped = text.stripLeading();
        return stripped.startsWith(BEGINNING) ? new RichText(stripped).decoded() : text;
    }

    private String decoded() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case '{' -> open();
                case '}' -> hides = !hidden.isEmpty() && hidden.pop();
                case '\\' -> control();
                case '\r', '\n' -> {
                    // A line end of the file is none of the text.
                }
                default -> put(c);
            }
        }
        return plain.toString();
    }

    private void open() {
        if (hidden.size() < DEEPEST) {
            hidden.push(hides);
        }
        hides |= text.startsWith("\\*", at);
    }

    private void put(char c) {
        if (!hides) {
            plain.append(c);
        }
    }

    private void control() {
        if (at >= text.length()) {
            return;
        }
        char c = text.charAt(at);
        if (Character.isLetter(c)) {
            word();
            return;
        }
        at++;
        switch (c) {
            case '\'' -> code();
            case '~' -> put(' ');
            case '_' -> put('-');
            case '\n', '\r' -> put('\n');
            case '*', '-' -> {
                // Marks of the format itself.
            }
            default -> put(c);
        }
    }

    private void code() {
        int high = at + 1 < text.length() ? Character.digit(text.charAt(at), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(text.charAt(at + 1), 16);
        if (low >= 0) {
            put(new String(new byte[] {(byte) (high * 16 + low)}, WINDOWS).charAt(0));
            at += 2;
        }
    }

    private void word() {
        int from = at;
        while (at < text.length() && at - from < LONGEST_WORD && Character.isLetter(text.charAt(at))) {
            at++;
        }
        String word = text.substring(from, at);
        int number = at;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        while (at < text.length() && at - number < 8 && Character.isDigit(text.charAt(at))) {
            at++;
        }
        String digits = text.substring(number, at);
        if (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        mean(word, digits);
    }

    private void mean(String word, String digits) {
        switch (word) {
            case "par", "line", "row", "sect", "page" -> put('\n');
            case "tab", "cell" -> put('\t');
            case "emdash", "endash" -> put('-');
            case "lquote", "rquote" -> put('\'');
            case "ldblquote", "rdblquote" -> put('"');
            case "u" -> unicode(digits);
            default -> hides |= HIDDEN.contains(word);
        }
    }

    /** Behind the character stands another one for readers that do not know it. */
    private void unicode(String digits) {
        if (digits.isEmpty() || digits.equals("-")) {
            return;
        }
        put((char) Integer.parseInt(digits));
        if (at < text.length() && text.charAt(at) == '?') {
            at++;
        } else if (text.startsWith("\\'", at)) {
            at = Math.min(text.length(), at + 4);
        }
    }
}
