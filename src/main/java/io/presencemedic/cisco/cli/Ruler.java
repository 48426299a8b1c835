package io.presencemedic.cisco.cli;

/** Recognises the rulers under the headings of tables, in one pass. */
public final class Ruler {
    private Ruler() {}

    /** Whether a line consists of groups of the mark, with single blanks or tabs between them and blanks at its end. */
    public static boolean is(String line, char mark) {
        String ruler = line.stripTrailing();
        for (int i = 0; i < ruler.length(); i++) {
            boolean blank = ruler.charAt(i) == ' ' || ruler.charAt(i) == '\t';
            boolean between = blank && i > 0 && ruler.charAt(i - 1) == mark;
            if (ruler.charAt(i) != mark && !between) {
                return false;
            }
        }
        return !ruler.isEmpty();
    }
}
