package io.presencemedic.simulator.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that the simulator remembers about its cluster; it is kept in a file in this very shape. */
final class ClusterState {
    List<String> scenarios = new ArrayList<>();
    boolean secondGroup;
    TimeAnchor anchor = TimeAnchor.NONE;
    Map<String, SimulatedNodeState> nodes = new LinkedHashMap<>();
    Map<String, SimulatedGroup> groups = new LinkedHashMap<>();
    SimulatedSyncAgentSettings syncAgent = new SimulatedSyncAgentSettings();
    List<SimulatedApplicationUser> applicationUsers = new ArrayList<>();
    /** The services whose feature an administrator has configured (D8). */
    List<String> configuredFeatures = new ArrayList<>();

    SimulatedNodeState node(String name) {
        SimulatedNodeState node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("The simulated cluster has no node '" + name + "'; it has "
                    + String.join(", ", nodes.keySet()) + ".");
        }
        return node;
    }

    Optional<SimulatedNodeState> first(SimulatedRole role) {
        return nodes.values().stream().filter(node -> node.role == role).findFirst();
    }

    List<SimulatedNodeState> of(SimulatedProduct product) {
        return nodes.values().stream()
                .filter(node -> node.role.product() == product)
                .toList();
    }

    Optional<SimulatedGroup> groupOf(SimulatedNodeState node) {
        return groups.values().stream()
                .filter(group -> group.nodes.contains(node.name))
                .findFirst();
    }

    /** Whether the database binds a node to the redundancy group of which it is a member (D6.3). */
    boolean isBound(SimulatedNodeState node) {
        return groupOf(node)
                .filter(group -> Integer.valueOf(group.id).equals(node.subclusterId))
                .isPresent();
    }

    List<SimulatedNodeState> members(SimulatedGroup group) {
        return group.nodes.stream().map(this::node).toList();
    }
}
