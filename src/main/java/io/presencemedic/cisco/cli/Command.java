package io.presencemedic.cisco.cli;

import java.time.Duration;

/**
 * A command of the platform's CLI that knows its text and how to read its answer.
 *
 * @param <T> what the answer means
 */
public interface Command<T> {
    /** The exact line that is sent, without a line end; built only from validated values. */
    String text();

    /** Whether the command changes the platform. */
    Effect effect();

    /** How long to wait for the prompt after the command was sent. */
    Duration patience();

    /**
     * How long the node may say nothing at all before the answer is given up and the effect looked up over another
     * session (C8); by default as long as for the prompt.
     */
    default Duration silence() {
        return patience();
    }

    /**
     * Reads the answer.
     *
     * @param answer the lines between the echo and the prompt, without pager lines and terminal sequences
     * @throws Unreadable at the first line that is not part of the command's grammar, or where the answer is cut short
     */
    T read(Answer answer) throws Unreadable;

    /**
     * Whether the platform says with this answer that there is nothing on the node that the command could be about:
     * that is an answer, in whatever words of refusal it comes.
     */
    default boolean saysNotApplicable(Answer answer) {
        return false;
    }

    /** The command itself, where this one only listens to another's answer. */
    default Command<T> itself() {
        return this;
    }

    /** Whether the platform's {@code Continue (y/n)?} is answered with yes. */
    default boolean confirms() {
        return false;
    }
}
