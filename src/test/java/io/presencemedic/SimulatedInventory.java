package io.presencemedic;

import io.presencemedic.cluster.Node;
import io.presencemedic.simulator.SimulatedEndpoint;
import io.presencemedic.simulator.Simulator;
import java.util.List;

/** A simulator's nodes as the inventory knows them, host keys included. */
public final class SimulatedInventory {
    private SimulatedInventory() {}

    public static List<Node> nodes(Simulator simulator) {
        return simulator.endpoints().stream().map(SimulatedInventory::node).toList();
    }

    public static Node node(SimulatedEndpoint endpoint) {
        return DefaultCluster.node(endpoint);
    }
}
