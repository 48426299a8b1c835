package io.presencemedic.diagnosis.fact;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.NodeRole;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a cluster, whether it was read from its nodes or from a pasted log. Rules look at nothing else.
 *
 * @param nodes the nodes, or the sessions of a log
 * @param inventory the cluster as the inventory knows it; null for a pasted log
 * @param heldOff what this service's own jobs hold switched off (C5)
 */
public record ClusterFacts(List<NodeFacts> nodes, @Nullable Cluster inventory, List<HeldOff> heldOff) {
    public ClusterFacts {
        nodes = List.copyOf(nodes);
        heldOff = List.copyOf(heldOff);
    }

    /** Facts without access to the cluster. */
    public ClusterFacts(List<NodeFacts> nodes) {
        this(nodes, null, List.of());
    }

    /** The node of that name; letter case does not matter. */
    public Optional<NodeFacts> node(String name) {
        return nodes.stream()
                .filter(node -> node.name().map(name::equalsIgnoreCase).orElse(false))
                .findFirst();
    }

    /** The nodes of which it is known that they have the role. */
    public List<NodeFacts> in(NodeRole role) {
        return nodes.stream()
                .filter(node -> node.role().equals(Optional.of(role)))
                .toList();
    }

    /** What every node knows about a topic, in the order of the nodes. */
    public <T> List<Fact.Known<T>> known(FactKey<T> topic) {
        return nodes.stream()
                .map(node -> node.known(topic))
                .flatMap(Optional::stream)
                .toList();
    }
}
