package io.presencemedic.runbook;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is made for.
 *
 * @param cluster the cluster
 * @param targetGroup the redundancy group; present where the runbook works on a group, or wants the publisher's and it
 *     could be read
 * @param targetNode the node; present where the runbook works on a node
 * @param parameters validated parameters
 */
public record Scope(
        Cluster cluster,
        @Nullable Group targetGroup,
        @Nullable Node targetNode,
        Parameters parameters) {
    /** The redundancy group. */
    public Group group() {
        if (targetGroup == null) {
            throw new IllegalStateException("the runbook was not given a redundancy group");
        }
        return targetGroup;
    }

    /** The redundancy group of the publisher; empty where it is in none, or could not be read. */
    public Optional<Group> groupOfPublisher() {
        return Optional.ofNullable(targetGroup);
    }

    /** The node. */
    public Node node() {
        if (targetNode == null) {
            throw new IllegalStateException("the runbook was not given a node");
        }
        return targetNode;
    }
}
