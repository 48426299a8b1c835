package io.presencemedic.simulator.model;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Replication breaks off with a node's database, and is set up again some minutes after it runs. */
final class ReplicationRules {
    static final Duration SETUP = Duration.ofMinutes(3);

    private static final int INITIALIZING = 0;
    private static final int SET_UP = 2;
    private static final int NO_CONNECTION = 4;

    private final ClusterState cluster;

    ReplicationRules(ClusterState cluster) {
        this.cluster = cluster;
    }

    void settle(Instant at) {
        cluster.nodes.values().forEach(node -> settle(node, at));
    }

    private static void settle(SimulatedNodeState node, Instant at) {
        boolean connected = node.runs(SimulatedCriticalServices.DATABASE) && node.runs("A Cisco DB Replicator");
        if (!node.runs(SimulatedCriticalServices.DATABASE) && node.replicationSetup == SET_UP) {
            node.replicationLost = true;
            node.replicationSetup = NO_CONNECTION;
        }
        if (!node.replicationLost || !connected) {
            node.replicationComesBack = null;
        } else if (node.replicationComesBack == null) {
            node.replicationSetup = INITIALIZING;
            node.replicationComesBack = at.plus(SETUP);
        }
    }

    Stream<ScheduledEvent> dues() {
        return cluster.nodes.values().stream().flatMap(node -> Stream.ofNullable(node.replicationComesBack)
                .map(at -> new ScheduledEvent(at, () -> {
                    node.replicationComesBack = null;
                    node.replicationLost = false;
                    node.replicationSetup = SET_UP;
                })));
    }
}
