package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;

/** CUCM's server list. */
final class ProcessNodes {
    private ProcessNodes() {}

    /** The server of that name, which may be the full or the short host name or the address. */
    static SimulatedNodeState find(World world, String name) {
        return world.nodes().stream()
                .filter(node -> node.listed() && node.isCalled(name))
                .findFirst()
                .orElseThrow(() -> SimulatedSoapFault.of(
                        SimulatedSoapFault.NO_SUCH_ITEM, "Item not valid: The specified " + name + " was not found"));
    }
}
