package io.presencemedic.simulator.model;

import java.util.List;

/** Which services the Server Recovery Manager watches, and what it says where one is missing. */
final class SimulatedCriticalServices {
    /** What C2 asks for before high availability may be on; a manual failover stops them (F1). */
    static final List<String> NAMES = List.of(
            "Cisco Client Profile Agent",
            "Cisco Sync Agent",
            "Cisco XCP Router",
            "Cisco SIP Proxy",
            "Cisco Presence Engine");

    static final String RECOVERY_MANAGER = "Cisco Server Recovery Manager";
    static final String DATABASE = "A Cisco DB";

    private static final int REPLICATION_IS_SET_UP = 2;
    private static final List<String> DATASTORES = List.of(
            "Cisco Route Datastore",
            "Cisco Login Datastore",
            "Cisco SIP Registration Datastore",
            "Cisco Presence Datastore");

    private final ClusterState cluster;

    SimulatedCriticalServices(ClusterState cluster) {
        this.cluster = cluster;
    }

    /** Whether all that is watched on a node runs. */
    boolean run(SimulatedNodeState node) {
        return node.runs(DATABASE)
                && NAMES.stream().allMatch(node::runs)
                && (!cluster.recovery.datastoresAreCritical
                        || DATASTORES.stream().allMatch(node::runs));
    }

    /** What C2 asks of a node before high availability may be on. */
    boolean mayBeOn(SimulatedNodeState node) {
        return node.replicationSetup == REPLICATION_IS_SET_UP && run(node) && !isSilent(node);
    }

    /** Whether the peer hears nothing from the node's recovery manager. */
    static boolean isSilent(SimulatedNodeState node) {
        return !node.runs(RECOVERY_MANAGER);
    }

    /** Why a node fails over on which something is missing. */
    static HaReason cause(SimulatedNodeState node) {
        return node.runs(DATABASE) ? HaReason.CRITICAL_SERVICE_DOWN : HaReason.DATABASE_FAILURE;
    }
}
