package io.presencemedic.cisco.cli;

import java.time.Duration;

/**
 * A command that is sent as another one is, and whose answer is read in a way of its own.
 *
 * @param <T> what the answer means here
 */
public interface ReadOtherwise<T> extends Command<T> {
    /** The command that is sent. */
    Command<?> command();

    @Override
    default String text() {
        return command().text();
    }

    @Override
    default Effect effect() {
        return command().effect();
    }

    @Override
    default Duration patience() {
        return command().patience();
    }

    @Override
    default boolean confirms() {
        return command().confirms();
    }

    @Override
    default boolean saysNotApplicable(Answer answer) {
        return command().saysNotApplicable(answer);
    }
}
