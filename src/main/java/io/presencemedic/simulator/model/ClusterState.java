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
    RecoverySettings recovery = new RecoverySettings();
    /** Which requirements of services this cluster does not have, by the service. */
    Map<String, List<String>> waived = new LinkedHashMap<>();
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

    /** The other node of a redundancy group of two. */
    SimulatedNodeState peer(SimulatedGroup group, SimulatedNodeState node) {
        return members(group).stream()
                .filter(other -> other != node)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(group.name + " has one node only."));
    }

    /** Whether a service does without another one that the catalogue says it requires. */
    boolean doesWithout(String service, String required) {
        return waived.getOrDefault(service, List.of()).contains(required);
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
