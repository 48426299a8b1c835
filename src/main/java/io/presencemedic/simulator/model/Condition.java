package io.presencemedic.simulator.model;

import io.presencemedic.cisco.service.ServiceState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be so before a blocked service starts.
 *
 * @param kind what must be so
 * @param node the node that it is about; null for the service's own node
 * @param services the services that it is about
 * @param nodes the nodes that it is about, in order
 */
record Condition(Kind kind, @Nullable String node, List<String> services, List<String> nodes) {
    Condition {
        services = services == null ? List.of() : List.copyOf(services);
        nodes = nodes == null ? List.of() : List.copyOf(nodes);
    }

    enum Kind {
        /** High availability is off for the node's group, as the IM and Presence side knows it. */
        HIGH_AVAILABILITY_OFF,
        /** The replication-sync monitor is off on all nodes of the group. */
        MONITORS_OFF,
        /** The services are STARTED. */
        RUNS,
        /** Somebody has commanded a restart of the services. */
        RESTARTED,
        /** The present start is part of a restart. */
        BY_RESTART,
        /** The first service was restarted on its own node after the second had become STARTED on the other node. */
        RESTARTED_AFTER_START,
        /** The database binds the node to the redundancy group of which it is a member. */
        SAME_SUBCLUSTER,
        /** The node is in a redundancy group. */
        IN_GROUP,
        /** The nodes were restarted in this order. */
        BOOTED,
        /** Nothing that can be done by a command helps. */
        NEVER
    }

    static Condition of(Kind kind) {
        return new Condition(kind, null, List.of(), List.of());
    }

    boolean isMet(ClusterState cluster, SimulatedNodeState own, SimulatedServiceRow row, Instant since) {
        SimulatedNodeState about = node == null ? own : cluster.node(node);
        return switch (kind) {
            case HIGH_AVAILABILITY_OFF ->
                cluster.groupOf(own).map(group -> !group.effective).orElse(true);
            case MONITORS_OFF ->
                cluster.groupOf(own)
                        .map(group -> cluster.members(group).stream().noneMatch(member -> member.monitorOn))
                        .orElse(!own.monitorOn);
            case RUNS -> services.stream().allMatch(about::runs);
            case RESTARTED -> services.stream().allMatch(name -> restarted(about, name, since));
            case BY_RESTART -> row.byRestart;
            case RESTARTED_AFTER_START -> restartedAfterStart(own, about);
            case SAME_SUBCLUSTER -> cluster.isBound(own);
            case IN_GROUP -> cluster.groupOf(own).isPresent();
            case BOOTED -> booted(cluster, since);
            case NEVER -> false;
        };
    }

    private boolean restartedAfterStart(SimulatedNodeState own, SimulatedNodeState other) {
        return other.service(services.get(1))
                .filter(row -> row.is(ServiceState.STARTED) && row.blockades.isEmpty())
                .map(row -> restarted(own, services.get(0), row.since))
                .orElse(false);
    }

    private boolean booted(ClusterState cluster, Instant since) {
        Instant last = since;
        for (String name : nodes) {
            Instant at = cluster.node(name).bootedAt;
            if (!at.isAfter(last)) {
                return false;
            }
            last = at;
        }
        return true;
    }

    private static boolean restarted(SimulatedNodeState node, String name, Instant since) {
        return node.service(name)
                .filter(row -> !row.restartedAt.isBefore(since))
                .isPresent();
    }
}
