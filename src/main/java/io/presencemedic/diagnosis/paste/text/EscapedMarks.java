package io.presencemedic.diagnosis.paste.text;

/**
 * Takes away the backslashes with which an editor protects a text from its own markup. They are undone only where
 * nearly every bracket or underscore of the text has one.
 */
final class EscapedMarks {
    private static final String MARKS = "[]_*#>~`|.+-!(){}=<";
    private static final String TOLD_BY = "[]_";

    private EscapedMarks() {}

    static String decode(String text) {
        if (text.indexOf("\\[") < 0 && text.indexOf("\\_") < 0) {
            return text;
        }
        int marks = 0;
        int escaped = 0;
        for (int at = 0; at < text.length(); at++) {
            if (TOLD_BY.indexOf(text.charAt(at)) >= 0) {
                marks++;
                escaped += at > 0 && text.charAt(at - 1) == '\\' ? 1 : 0;
            }
        }
        return escaped * 10 >= marks * 9L ? decoded(text) : text;
    }

    private static String decoded(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            boolean escape =
                    text.charAt(at) == '\\' && at + 1 < text.length() && MARKS.indexOf(text.charAt(at + 1)) >= 0;
            if (!escape) {
                plain.append(text.charAt(at));
            }
        }
        return plain.toString();
    }
}
