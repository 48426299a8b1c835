package io.presencemedic.link.ssh;

/**
 * What the last line of the screen is waiting for.
 *
 * @param kind what it waits for
 * @param column where a pager's words begin
 * @param text the question
 * @param reply the keys that turn a page, or that say yes
 */
record PromptState(Kind kind, int column, String text, String reply) {
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

    static final PromptState OUTPUT = new PromptState(Kind.OUTPUT, 0, "", "");
    static final PromptState PROMPT = new PromptState(Kind.PROMPT, 0, "", "");
    static final PromptState UNECHOED = new PromptState(Kind.UNECHOED, 0, "", "");

    static PromptState pager(int column, String key) {
        return new PromptState(Kind.PAGER, column, "", key);
    }

    static PromptState question(String text, String yes) {
        return new PromptState(Kind.QUESTION, 0, text, yes);
    }
}
