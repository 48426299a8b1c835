package io.presencemedic.simulator.model;

import io.presencemedic.cisco.service.ServiceState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which nodes belong to a redundancy group: by the group's own word, and by the rows of the database. */
public final class GroupMembership {
    private final ClusterState cluster;
    private final Instant now;

    GroupMembership(ClusterState cluster, Instant now) {
        this.cluster = cluster;
        this.now = now;
    }

    /**
     * Binds a node to a redundancy group in the database, without a look at the group.
     *
     * @return how many rows that changed
     */
    public int bind(int enterpriseId, @Nullable Integer subclusterId) {
        List<SimulatedNodeState> rows = cluster.of(SimulatedProduct.IMP).stream()
                .filter(node -> node.enterpriseId == enterpriseId)
                .toList();
        rows.forEach(node -> node.subclusterId = subclusterId);
        return rows.size();
    }

    /** Makes a node the second of a group; null takes the second one out. */
    public void second(SimulatedGroup group, @Nullable SimulatedNodeState node) {
        if (group.nodes.size() > 1) {
            String gone = group.nodes.remove(1);
            group.members.remove(gone);
            cluster.node(gone).subclusterId = null;
        }
        if (node != null) {
            group.nodes.add(node.name);
            node.subclusterId = group.id;
            group.say(node.name, HaState.UNKNOWN, HaReason.NOT_ENABLED, now);
            if (group.upsetByJoining) {
                upset(group);
            }
        }
    }

    /** The Presence Engines of the group go down, as they do on a cluster that takes its new member badly. */
    void upset(SimulatedGroup group) {
        group.upsetByJoining = false;
        for (SimulatedNodeState member : cluster.members(group)) {
            SimulatedServiceRow engine = member.service("Cisco Presence Engine").orElseThrow();
            engine.become(ServiceState.STOPPED, ServiceNote.NOT_RUNNING, now);
            engine.blockades.forEach(blockade -> blockade.since = now);
        }
    }
}
