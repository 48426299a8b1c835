package io.presencemedic.cisco.cli;

/** An answer that does not follow its command's grammar: nothing may be concluded from it. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String text;

    /**
     * @param line number of the first line that was not understood, from 1; one past the last line where the answer
     *     ended too early
     * @param text that line, or the empty text where the answer ended too early
     * @param why what was expected instead
     */
    public Unreadable(int line, String text, String why) {
        super(why);
        this.line = line;
        this.text = text;
    }

    /** Number of the line, from 1. */
    public int line() {
        return line;
    }

    /** The line as it was read. */
    public String text() {
        return text;
    }

    /** What was expected instead. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
