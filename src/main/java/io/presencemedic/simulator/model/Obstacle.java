package io.presencemedic.simulator.model;

/** Something that is in the way of a service's start, beyond the services that it requires. */
public enum Obstacle {
    /**
     * The replication-sync monitor of a node that was restarted with high availability on keeps the service in STARTING
     * until high availability is off for the group and the monitor is off on all of the group's nodes (D2).
     */
    MONITOR_AND_HIGH_AVAILABILITY;

    /** Whether it keeps the service of that node in STARTING at this moment. */
    boolean holds(ClusterState cluster, NodeState node) {
        return switch (this) {
            case MONITOR_AND_HIGH_AVAILABILITY ->
                cluster.groupOf(node)
                        .map(group -> group.effective || anyMonitorOn(cluster, group))
                        .orElse(node.monitorOn);
        };
    }

    private static boolean anyMonitorOn(ClusterState cluster, GroupState group) {
        return cluster.members(group).stream().anyMatch(member -> member.monitorOn);
    }
}
