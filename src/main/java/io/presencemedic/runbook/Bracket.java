package io.presencemedic.runbook;

/**
 * A pair of steps: one switches something off, the other switches it on again.
 *
 * @param take switches off
 * @param restore switches on
 * @param when when the restore runs
 */
public record Bracket(Step take, Step restore, Restoring.When when) {
    public Bracket {
        if (take.switchesOff().isEmpty() || !take.switchesOff().equals(restore.switchesOn())) {
            throw new IllegalArgumentException(
                    restore.name() + " does not switch on what " + take.name() + " switches off");
        }
    }
}
