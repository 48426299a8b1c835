package io.presencemedic.diagnosis;

import io.presencemedic.cluster.NodeRole;
import java.util.List;
import java.util.Optional;

/**
 * What is known about a cluster, whether it was read from its nodes or from a pasted log. Rules look at nothing else.
 *
 * @param nodes the nodes, or the sessions of a log
 */
public record ClusterFacts(List<NodeFacts> nodes) {
    public ClusterFacts {
        nodes = List.copyOf(nodes);
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
    public <T> List<Fact.Known<T>> known(Topic<T> topic) {
        return nodes.stream()
                .map(node -> node.known(topic))
                .flatMap(Optional::stream)
                .toList();
    }
}
