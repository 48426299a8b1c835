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
    Map<String, NodeState> nodes = new LinkedHashMap<>();
    Map<String, GroupState> groups = new LinkedHashMap<>();
    SyncAgentSettings syncAgent = new SyncAgentSettings();
    List<ApplicationUser> applicationUsers = new ArrayList<>();
    /** The services whose feature an administrator has configured (D8). */
    List<String> configuredFeatures = new ArrayList<>();

    NodeState node(String name) {
        NodeState node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("The simulated cluster has no node '" + name + "'; it has "
                    + String.join(", ", nodes.keySet()) + ".");
        }
        return node;
    }

    Optional<NodeState> first(Role role) {
        return nodes.values().stream().filter(node -> node.role == role).findFirst();
    }

    List<NodeState> of(Product product) {
        return nodes.values().stream()
                .filter(node -> node.role.product() == product)
                .toList();
    }

    Optional<GroupState> groupOf(NodeState node) {
        return groups.values().stream()
                .filter(group -> group.nodes.contains(node.name))
                .findFirst();
    }

    /** Whether the database binds a node to the redundancy group of which it is a member (D6.3). */
    boolean isBound(NodeState node) {
        return groupOf(node)
                .filter(group -> Integer.valueOf(group.id).equals(node.subclusterId))
                .isPresent();
    }

    List<NodeState> members(GroupState group) {
        return group.nodes.stream().map(this::node).toList();
    }
}
