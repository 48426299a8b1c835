package io.presencemedic.runbook.step;

import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Another step under a condition of its own; all but what it decides is that step's. It switches nothing off or on,
 * unless it says so itself.
 */
interface StepDecorator extends Step {
    Step step();

    @Override
    default String name() {
        return step().name();
    }

    @Override
    default String target() {
        return step().target();
    }

    @Override
    default Duration patience() {
        return step().patience();
    }

    @Override
    default boolean onlyWaits() {
        return step().onlyWaits();
    }

    @Override
    default boolean sleepsThrough() {
        return step().sleepsThrough();
    }

    @Override
    default Optional<String> collects() {
        return step().collects();
    }

    @Override
    default boolean needsCli() {
        return step().needsCli();
    }

    @Override
    default List<String> wouldSend() {
        return step().wouldSend();
    }
}
