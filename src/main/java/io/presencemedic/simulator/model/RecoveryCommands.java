package io.presencemedic.simulator.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an administrator can ask of the recovery managers (F1 to F3), each possible in certain states only. */
final class RecoveryCommands {
    private final ClusterState cluster;
    private final ServiceRules services;

    RecoveryCommands(ClusterState cluster, ServiceRules services) {
        this.cluster = cluster;
        this.services = services;
    }

    boolean all(SimulatedGroup group, HaState state) {
        return group.nodes.stream().allMatch(node -> group.state(node) == state);
    }

    boolean any(SimulatedGroup group, HaState state) {
        return group.nodes.stream().anyMatch(node -> group.state(node) == state);
    }

    /**
     * Moves the users of a node to its peer and stops its critical services.
     *
     * @return whether that is possible in the group's present state
     */
    boolean failover(SimulatedGroup group, SimulatedNodeState node, Instant at) {
        if (!group.effective || group.nodes.size() < 2 || !all(group, HaState.NORMAL)) {
            return false;
        }
        group.say(node.name, HaState.FAILING_OVER, HaReason.ON_ADMIN_REQUEST, at);
        group.say(cluster.peer(group, node).name, HaState.TAKING_OVER, HaReason.ON_ADMIN_REQUEST, at);
        group.settles = at.plus(RecoveryRules.TRANSITION);
        group.member(node.name).stopped = stop(node, at);
        return true;
    }

    /** Stops the critical services and says what stopped with them. */
    private List<String> stop(SimulatedNodeState node, Instant at) {
        List<SimulatedServiceRow> running = node.services.values().stream()
                .filter(row -> node.runs(row.name))
                .toList();
        for (String name : SimulatedCriticalServices.NAMES) {
            node.service(name).filter(running::contains).ifPresent(row -> services.stop(node, row, at));
        }
        return new ArrayList<>(running.stream()
                .filter(row -> !node.runs(row.name))
                .map(row -> row.name)
                .toList());
    }

    /**
     * Restarts the critical services of a node and sends its users home.
     *
     * @return whether that is possible in the group's present state
     */
    boolean fallback(SimulatedGroup group, SimulatedNodeState node, HaReason reason, Instant at) {
        HaState state = group.state(node.name);
        boolean possible = group.effective && (state == HaState.FAILED_OVER || state == HaState.IDLE);
        if (!possible) {
            return false;
        }
        group.say(node.name, HaState.TAKING_BACK, reason, at);
        group.say(cluster.peer(group, node).name, HaState.FALLING_BACK, reason, at);
        group.settles = at.plus(RecoveryRules.TRANSITION);
        List<String> again = new ArrayList<>(SimulatedCriticalServices.NAMES);
        again.addAll(group.member(node.name).stopped);
        group.member(node.name).stopped.clear();
        again.stream()
                .distinct()
                .flatMap(name -> node.service(name).stream())
                .forEach(row -> services.restart(node, row, at));
        return true;
    }

    /**
     * Restarts the recovery managers of a group that has failed.
     *
     * @return whether that is possible in the group's present state
     */
    boolean recover(SimulatedGroup group, Instant at) {
        if (!group.effective || !all(group, HaState.FAILED)) {
            return false;
        }
        for (SimulatedNodeState node : cluster.members(group)) {
            node.service(SimulatedCriticalServices.RECOVERY_MANAGER).ifPresent(row -> services.restart(node, row, at));
        }
        return true;
    }
}
