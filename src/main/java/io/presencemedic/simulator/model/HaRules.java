package io.presencemedic.simulator.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How high availability follows CUCM's setting and the nodes' critical services. */
final class HaRules {
    /** How long the setting travels from CUCM to the IM and Presence side. */
    static final Duration TRAVEL = Duration.ofSeconds(60);
    /** How long a critical service may be missing before the group fails over. */
    static final Duration CRITICAL_SERVICE_DELAY = Duration.ofSeconds(90);

    static final List<String> CRITICAL = List.of(
            "Cisco Client Profile Agent",
            "Cisco Sync Agent",
            "Cisco XCP Router",
            "Cisco SIP Proxy",
            "Cisco Presence Engine");

    private static final Duration INITIALIZATION = Duration.ofSeconds(20);
    private static final Duration FAILOVER = Duration.ofSeconds(30);
    private static final String SYNC_AGENT = "Cisco Sync Agent";
    private static final String RECOVERY_MANAGER = "Cisco Server Recovery Manager";

    private final ClusterState cluster;

    HaRules(ClusterState cluster) {
        this.cluster = cluster;
    }

    /** Starts and stops the clocks that the present state calls for. */
    void settle(Instant at) {
        for (SimulatedGroup group : cluster.groups.values()) {
            travel(group, at);
            watch(group, at);
        }
    }

    Stream<ScheduledEvent> dues() {
        return cluster.groups.values().stream().flatMap(this::dues);
    }

    private Stream<ScheduledEvent> dues(SimulatedGroup group) {
        List<ScheduledEvent> dues = new ArrayList<>();
        if (group.arrives != null) {
            dues.add(new ScheduledEvent(group.arrives, () -> arrive(group)));
        }
        if (group.settles != null) {
            dues.add(new ScheduledEvent(group.settles, () -> finishTransition(group)));
        }
        if (group.missing != null) {
            Instant at = group.missing.plus(CRITICAL_SERVICE_DELAY);
            dues.add(new ScheduledEvent(at, () -> judge(group, at)));
        }
        return dues.stream();
    }

    private void travel(SimulatedGroup group, Instant at) {
        boolean travels = group.configured != group.effective && syncAgentRuns();
        if (!travels) {
            group.arrives = null;
        } else if (group.arrives == null) {
            group.arrives = at.plus(TRAVEL);
        }
    }

    private boolean syncAgentRuns() {
        return cluster.first(SimulatedRole.IMP_PUBLISHER)
                .filter(node -> node.runs(SYNC_AGENT))
                .isPresent();
    }

    private void arrive(SimulatedGroup group) {
        Instant at = Objects.requireNonNull(group.arrives);
        group.arrives = null;
        group.effective = group.configured;
        group.missing = null;
        group.settles = group.effective ? at.plus(INITIALIZATION) : null;
        for (String node : group.nodes) {
            if (group.effective) {
                group.say(node, HaState.INITIALIZING, HaReason.INITIALIZATION);
            } else {
                group.say(node, HaState.UNKNOWN, HaReason.NOT_ENABLED);
            }
        }
    }

    /** Only a node whose own recovery manager runs is watched; nobody notices what another one misses. */
    private void watch(SimulatedGroup group, Instant at) {
        boolean watched = group.effective && group.nodes.stream().allMatch(node -> group.state(node) == HaState.NORMAL);
        boolean misses = watched
                && cluster.members(group).stream()
                        .anyMatch(node -> node.runs(RECOVERY_MANAGER)
                                && !CRITICAL.stream().allMatch(node::runs));
        if (!misses) {
            group.missing = null;
        } else if (group.missing == null) {
            group.missing = at;
        }
    }

    private void finishTransition(SimulatedGroup group) {
        Instant at = Objects.requireNonNull(group.settles);
        group.settles = null;
        if (group.nodes.stream().anyMatch(node -> group.state(node) == HaState.INITIALIZING)) {
            judge(group, at);
            return;
        }
        for (String node : group.nodes) {
            group.say(
                    node,
                    group.state(node) == HaState.TAKING_OVER
                            ? HaState.RUNNING_IN_BACKUP_MODE
                            : HaState.FAILED_OVER_WITH_CRITICAL_SERVICES_NOT_RUNNING,
                    HaReason.CRITICAL_SERVICE_DOWN);
        }
    }

    private void judge(SimulatedGroup group, Instant at) {
        group.missing = null;
        List<SimulatedNodeState> members = cluster.members(group);
        long fit = members.stream().filter(this::isFit).count();
        for (SimulatedNodeState node : members) {
            if (fit == members.size()) {
                group.say(node.name, HaState.NORMAL, HaReason.NORMAL);
            } else if (fit == 0) {
                group.say(node.name, HaState.FAILED, HaReason.CRITICAL_SERVICE_DOWN);
            } else {
                group.say(
                        node.name,
                        isFit(node) ? HaState.TAKING_OVER : HaState.FAILING_OVER,
                        HaReason.CRITICAL_SERVICE_DOWN);
                group.settles = at.plus(FAILOVER);
            }
        }
    }

    /** What C2 asks of a node before high availability may be on. */
    private boolean isFit(SimulatedNodeState node) {
        return node.replicationSetup == 2 && CRITICAL.stream().allMatch(node::runs);
    }
}
