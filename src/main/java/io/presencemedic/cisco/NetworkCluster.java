package io.presencemedic.cisco;

import java.util.List;
import java.util.Optional;

/**
 * What {@code show network cluster} said.
 *
 * @param nodes the rows
 */
public record NetworkCluster(List<ClusterNode> nodes) {
    public NetworkCluster {
        nodes = List.copyOf(nodes);
    }

    /** The row of a host, given by address, host name or full name. */
    public Optional<ClusterNode> find(String host) {
        return nodes.stream().filter(node -> node.is(host)).findFirst();
    }
}
