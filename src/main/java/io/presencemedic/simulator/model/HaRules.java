package io.presencemedic.simulator.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** How high availability follows CUCM's setting, and what its recovery managers make of it. */
final class HaRules {
    /** How long the setting travels from CUCM to the IM and Presence side. */
    static final Duration TRAVEL = Duration.ofSeconds(60);

    private final ClusterState cluster;
    private final RecoveryRules recovery;

    HaRules(ClusterState cluster, ServiceRules services) {
        this.cluster = cluster;
        this.recovery = new RecoveryRules(cluster, new RecoveryCommands(cluster, services));
    }

    /** Starts and stops the clocks that the present state calls for. */
    void settle(Instant at) {
        for (SimulatedGroup group : cluster.groups.values()) {
            travel(group, at);
            recovery.settle(group, at);
        }
    }

    Stream<ScheduledEvent> dues() {
        return cluster.groups.values().stream().flatMap(group -> Stream.concat(arrivals(group), recovery.dues(group)));
    }

    private Stream<ScheduledEvent> arrivals(SimulatedGroup group) {
        return Stream.ofNullable(group.arrives).map(at -> new ScheduledEvent(at, () -> arrive(group)));
    }

    private void travel(SimulatedGroup group, Instant at) {
        boolean travels = group.configured != group.effective && isCarried();
        if (!travels) {
            group.arrives = null;
        } else if (group.arrives == null) {
            group.arrives = at.plus(TRAVEL);
        }
    }

    private boolean isCarried() {
        return cluster.recovery.travelsWithoutSyncAgent
                || cluster.first(SimulatedRole.IMP_PUBLISHER)
                        .filter(node -> node.runs(SyncAgentRules.SYNC_AGENT))
                        .isPresent();
    }

    /** A setting that arrives in the middle of a transition takes effect when the transition has ended. */
    private void arrive(SimulatedGroup group) {
        Instant at = Objects.requireNonNull(group.arrives);
        if (group.settles != null && group.settles.isAfter(at)) {
            group.arrives = group.settles.plusMillis(1);
            return;
        }
        group.arrives = null;
        group.effective = group.configured;
        if (group.effective) {
            recovery.initialize(group, HaReason.INITIALIZATION, at);
        } else {
            group.switchOff(cluster.recovery.usersStayOnPeer, at);
        }
    }
}
