package io.presencemedic.runbook;

import java.util.function.UnaryOperator;

/**
 * A pair of steps: one switches something off, the other switches it on again.
 *
 * @param take switches off
 * @param restore switches on
 * @param when when the restore runs
 * @param guard makes each step in between, but no restore, one that heeds whether it is still off
 */
public record Bracket(Step take, Step restore, Restoring.When when, UnaryOperator<Step> guard) {
    /** Without anything to be heeded in between. */
    public Bracket(Step take, Step restore, Restoring.When when) {
        this(take, restore, when, UnaryOperator.identity());
    }

    public Bracket {
        if (take.switchesOff().isEmpty() || !take.switchesOff().equals(restore.switchesOn())) {
            throw new IllegalArgumentException(
                    restore.name() + " does not switch on what " + take.name() + " switches off");
        }
    }
}
