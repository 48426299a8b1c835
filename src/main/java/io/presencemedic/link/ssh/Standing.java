package io.presencemedic.link.ssh;

/**
 * What the last line of the screen is waiting for.
 *
 * @param kind what it waits for
 * @param column where a pager's words begin
 * @param text the question
 * @param reply the keys that turn a page, or that say yes
 */
record Standing(Kind kind, int column, String text, String reply) {
    enum Kind {
        /** Nothing: output, or the beginning of some. */
        OUTPUT,
        /** The next command. */
        PROMPT,
        /** The next command, although the last one was never echoed: the shell is out of step. */
        UNECHOED,
        /** A key, to show more of a long output. */
        PAGER,
        /** An answer to a question. */
        QUESTION
    }

    static final Standing OUTPUT = new Standing(Kind.OUTPUT, 0, "", "");
    static final Standing PROMPT = new Standing(Kind.PROMPT, 0, "", "");
    static final Standing UNECHOED = new Standing(Kind.UNECHOED, 0, "", "");

    static Standing pager(int column, String key) {
        return new Standing(Kind.PAGER, column, "", key);
    }

    static Standing question(String text, String yes) {
        return new Standing(Kind.QUESTION, 0, text, yes);
    }
}
