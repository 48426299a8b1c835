package io.presencemedic.simulator.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the recovery managers of a redundancy group do by themselves: they watch the critical services and each other,
 * and carry every transition to its end.
 */
final class RecoveryRules {
    static final Duration INITIALIZATION = Duration.ofSeconds(20);
    static final Duration TRANSITION = Duration.ofSeconds(30);

    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final ClusterState cluster;
    private final SimulatedCriticalServices critical;
    private final RecoveryCommands commands;

    RecoveryRules(ClusterState cluster, RecoveryCommands commands) {
        this.cluster = cluster;
        this.critical = new SimulatedCriticalServices(cluster);
        this.commands = commands;
    }

    /** Starts and stops the clocks that the present state calls for. */
    void settle(SimulatedGroup group, Instant at) {
        for (SimulatedNodeState node : cluster.members(group)) {
            watch(group, node, at);
            follow(group, node, at);
        }
        beginAnew(group, at);
    }

    Stream<ScheduledEvent> dues(SimulatedGroup group) {
        List<ScheduledEvent> dues = new ArrayList<>();
        Instant settles = group.settles;
        if (settles != null) {
            dues.add(new ScheduledEvent(settles, () -> finish(group, settles)));
        }
        for (SimulatedNodeState node : cluster.members(group)) {
            SimulatedGroup.Member member = group.member(node.name);
            due(dues, member.lackingSince, cluster.recovery.criticalServiceDelay, at -> fail(group, node, at));
            due(dues, member.silentSince, cluster.recovery.keepAliveTimeout, at -> fail(group, node, at));
            due(dues, member.fitSince, cluster.recovery.automaticFallbackAfter, at -> {
                member.fitSince = null;
                commands.fallback(group, node, HaReason.AUTOMATIC_FALLBACK, at);
            });
        }
        return dues.stream();
    }

    private interface Happening {
        void at(Instant moment);
    }

    private static void due(List<ScheduledEvent> dues, @Nullable Instant since, Duration delay, Happening happening) {
        if (since != null) {
            Instant at = since.plus(delay);
            dues.add(new ScheduledEvent(at, () -> happening.at(at)));
        }
    }

    private void watch(SimulatedGroup group, SimulatedNodeState node, Instant at) {
        SimulatedGroup.Member member = group.member(node.name);
        boolean watched = group.effective && group.nodes.size() > 1 && member.state.serves();
        boolean silent = SimulatedCriticalServices.isSilent(node);
        member.silentSince = since(watched && silent, member.silentSince, at);
        member.lackingSince = since(watched && !silent && !critical.run(node), member.lackingSince, at);
    }

    private static @Nullable Instant since(boolean so, @Nullable Instant before, Instant at) {
        if (!so) {
            return null;
        }
        return before == null ? at : before;
    }

    /** A node whose users the peer serves says whether it could serve them again. */
    private void follow(SimulatedGroup group, SimulatedNodeState node, Instant at) {
        SimulatedGroup.Member member = group.member(node.name);
        boolean lost = group.effective
                && member.reason != HaReason.ON_ADMIN_REQUEST
                && (member.state.isFailedOver() || (member.state == HaState.UNKNOWN && peerIsBackup(group, node)));
        if (lost && lostState(node) != member.state) {
            say(group, node, lostState(node), at);
        }
        boolean goesHome =
                lost && cluster.recovery.automaticFallback && member.state == HaState.FAILED_OVER && critical.run(node);
        member.fitSince = since(goesHome, member.fitSince, at);
    }

    private boolean peerIsBackup(SimulatedGroup group, SimulatedNodeState node) {
        return group.state(cluster.peer(group, node).name) == HaState.RUNNING_IN_BACKUP_MODE;
    }

    private void say(SimulatedGroup group, SimulatedNodeState node, HaState state, Instant at) {
        HaReason before = group.reason(node.name);
        HaReason reason = before == HaReason.UNKNOWN ? HaReason.PEER_DOWN : before;
        if (state == HaState.UNKNOWN) {
            reason = HaReason.UNKNOWN;
        } else if (!critical.run(node)) {
            reason = SimulatedCriticalServices.cause(node);
        }
        group.say(node.name, state, reason, at);
    }

    private HaState lostState(SimulatedNodeState node) {
        boolean runs = critical.run(node);
        boolean unknown = node.down || runs || cluster.recovery.silentNodeIsUnknown;
        if (SimulatedCriticalServices.isSilent(node) && unknown) {
            return HaState.UNKNOWN;
        }
        return runs ? HaState.FAILED_OVER : HaState.FAILED_OVER_WITH_CRITICAL_SERVICES_NOT_RUNNING;
    }

    /** A group without a say begins anew once both recovery managers were restarted (F3, F5). */
    private void beginAnew(SimulatedGroup group, Instant at) {
        if (!group.effective || group.nodes.size() < 2) {
            return;
        }
        boolean failed = commands.all(group, HaState.FAILED);
        boolean restarted = cluster.members(group).stream().allMatch(node -> restarted(group, node));
        if ((failed || commands.all(group, HaState.UNKNOWN)) && restarted) {
            initialize(group, HaReason.INITIALIZATION, at);
        } else if (failed
                && cluster.recovery.automaticRecovery
                && cluster.members(group).stream().allMatch(critical::run)) {
            initialize(group, HaReason.AUTO_RECOVER_CRITICAL_SERVICE_DOWN, at);
        }
    }

    private static boolean restarted(SimulatedGroup group, SimulatedNodeState node) {
        return node.runs(SimulatedCriticalServices.RECOVERY_MANAGER)
                && node.service(SimulatedCriticalServices.RECOVERY_MANAGER)
                        .filter(row -> row.since.isAfter(group.member(node.name).since))
                        .isPresent();
    }

    /** Begins the group's life with high availability on. */
    void initialize(SimulatedGroup group, HaReason reason, Instant at) {
        group.nodes.forEach(node -> group.say(node, HaState.INITIALIZING, reason, at));
        group.settles = at.plus(INITIALIZATION);
    }

    private void fail(SimulatedGroup group, SimulatedNodeState node, Instant at) {
        SimulatedGroup.Member member = group.member(node.name);
        boolean silent = member.silentSince != null;
        member.lackingSince = null;
        member.silentSince = null;
        HaReason cause = critical.run(node) ? HaReason.PEER_DOWN : SimulatedCriticalServices.cause(node);
        SimulatedNodeState peer = cluster.peer(group, node);
        boolean canTakeOver = group.state(peer.name) == HaState.NORMAL
                && critical.run(peer)
                && !SimulatedCriticalServices.isSilent(peer);
        if (canTakeOver) {
            group.say(peer.name, HaState.TAKING_OVER, silent ? silence(node, at) : cause, at);
            group.say(node.name, HaState.FAILING_OVER, cause, at);
            group.settles = at.plus(TRANSITION);
        } else {
            group.settles = null;
            cluster.members(group).forEach(each -> group.say(each.name, HaState.FAILED, cause, at));
        }
    }

    private HaReason silence(SimulatedNodeState node, Instant at) {
        boolean booting = node.bootedAt.plus(cluster.recovery.keepAliveTimeout).equals(at);
        return booting ? HaReason.PEER_REBOOT : HaReason.PEER_DOWN;
    }

    private void finish(SimulatedGroup group, Instant at) {
        group.settles = null;
        if (commands.any(group, HaState.INITIALIZING)) {
            judge(group, at);
        } else if (commands.any(group, HaState.TAKING_BACK)) {
            takeBack(group, at);
        } else {
            cluster.members(group).forEach(node -> failedOver(group, node, at));
        }
    }

    private void failedOver(SimulatedGroup group, SimulatedNodeState node, Instant at) {
        HaReason reason = group.reason(node.name);
        if (group.state(node.name) == HaState.TAKING_OVER) {
            group.say(node.name, HaState.RUNNING_IN_BACKUP_MODE, reason, at);
        } else if (reason != HaReason.ON_ADMIN_REQUEST) {
            HaState lost = lostState(node);
            group.say(node.name, lost, lost == HaState.UNKNOWN ? HaReason.UNKNOWN : reason, at);
        } else {
            boolean idle = !cluster.recovery.manualFailoverEndsFailedOver;
            group.say(node.name, idle ? HaState.IDLE : HaState.FAILED_OVER, reason, at);
        }
    }

    private void judge(SimulatedGroup group, Instant at) {
        List<SimulatedNodeState> members = cluster.members(group);
        long fit = members.stream().filter(critical::mayBeOn).count();
        for (SimulatedNodeState node : members) {
            if (fit == members.size()) {
                group.say(node.name, HaState.NORMAL, HaReason.NORMAL, at);
            } else if (fit == 0) {
                group.say(node.name, HaState.FAILED, SimulatedCriticalServices.cause(node), at);
            } else {
                HaState next = critical.mayBeOn(node) ? HaState.TAKING_OVER : HaState.FAILING_OVER;
                group.say(node.name, next, HaReason.CRITICAL_SERVICE_DOWN, at);
                group.settles = at.plus(TRANSITION);
            }
        }
    }

    /** A fallback waits for the critical services, and gives up where they do not start. */
    private void takeBack(SimulatedGroup group, Instant at) {
        List<SimulatedNodeState> members = cluster.members(group);
        if (members.stream().allMatch(critical::run)) {
            members.forEach(node -> group.say(node.name, HaState.NORMAL, HaReason.NORMAL, at));
            return;
        }
        Instant began = group.member(members.get(0).name).since;
        if (at.isBefore(began.plus(START_PATIENCE))) {
            group.settles = at.plus(LOOK);
            return;
        }
        for (SimulatedNodeState node : members) {
            HaState next = group.state(node.name) == HaState.TAKING_BACK
                    ? HaState.FAILED_OVER_WITH_CRITICAL_SERVICES_NOT_RUNNING
                    : HaState.RUNNING_IN_BACKUP_MODE;
            group.say(node.name, next, HaReason.START_OF_CRITICAL_SERVICES_FAILED, at);
        }
    }
}
