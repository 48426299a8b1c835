package io.presencemedic.simulator.ssh;

import io.presencemedic.simulator.SimulatorContext;
import io.presencemedic.simulator.command.CommandTable;
import io.presencemedic.simulator.model.SimulatedRole;
import io.presencemedic.simulator.model.SimulatedTime;

/**
 * What all shells of a node share.
 *
 * @param context what all servers share
 * @param node name of the node
 * @param role what the node is
 * @param commands the commands that it may know
 */
record NodeShells(SimulatorContext context, String node, SimulatedRole role, CommandTable commands) {
    SimulatedTime time() {
        return context.cluster().time();
    }
}
