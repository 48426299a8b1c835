package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.SimulatedRole;

/** A command of the platform CLI. */
public interface ShellCommand {
    /** The words by which it is called, without arguments. */
    String words();

    /** Whether it changes the cluster. */
    default boolean changes() {
        return false;
    }

    /** Whether a node of this role knows it. */
    default boolean isKnownTo(SimulatedRole role) {
        return true;
    }

    /** Does what it is for, and prints its answer. */
    void run(Call call);
}
