package io.presencemedic.simulator.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that is in the way of a service's start, beyond the services that it requires. */
final class StartBlocker {
    Manner manner = Manner.WAITS;
    List<Condition> until = new ArrayList<>();
    /** How many starts fail although all conditions are met. */
    int failures;
    /** How long after the last condition came to be met the service starts by itself; null for never. */
    @Nullable
    Duration byItself;

    /** Whether it concerns its node as a whole: once its conditions were met, no stopped service has it any more. */
    boolean ofRestart;

    Instant since = Instant.EPOCH;
    /** Since when all conditions are met, while the service is stopped. */
    @Nullable
    Instant met;

    /** How a service fares that is blocked. */
    enum Manner {
        /** It stays in STARTING until the conditions are met. */
        WAITS,
        /** A start that is commanded before the conditions are met fails. */
        FAILS,
        /** It stays in STARTING until somebody stops or restarts it, and both only stop it. */
        STUCK,
        /** It stays in STARTING, through a restart too, until somebody stops it (G2). */
        STUCK_UNTIL_STOPPED
    }

    /**
     * What keeps a service in STARTING on a node that was restarted with high availability on, until high availability
     * is off for the group and the monitor is off on all of the group's nodes (D2).
     */
    static StartBlocker ofRestart(Instant since) {
        StartBlocker blockade = new StartBlocker();
        blockade.until.add(Condition.of(Condition.Kind.HIGH_AVAILABILITY_OFF));
        blockade.until.add(Condition.of(Condition.Kind.MONITORS_OFF));
        blockade.since = since;
        blockade.ofRestart = true;
        return blockade;
    }

    /** Whether it keeps the service in STARTING at this moment. */
    boolean holds(ClusterState cluster, SimulatedNodeState node, SimulatedServiceRow row) {
        return switch (manner) {
            case WAITS -> !isMet(cluster, node, row);
            case STUCK, STUCK_UNTIL_STOPPED -> true;
            case FAILS -> false;
        };
    }

    /** Whether a start that begins at this moment will fail; counts the start. */
    boolean dooms(ClusterState cluster, SimulatedNodeState node, SimulatedServiceRow row) {
        if (manner != Manner.FAILS) {
            return false;
        }
        if (!isMet(cluster, node, row)) {
            return true;
        }
        return failures-- > 0;
    }

    /**
     * Whether the restart that it asked for begins at this moment, all else being in order. Should that start fail for
     * another cause, it need not be repeated: the document goes on with a plain start then (D6.4).
     */
    boolean isOvercome(ClusterState cluster, SimulatedNodeState node, SimulatedServiceRow row) {
        boolean asksForRestart = until.stream().anyMatch(condition -> condition.kind() == Condition.Kind.BY_RESTART);
        return manner == Manner.FAILS && asksForRestart && isMet(cluster, node, row);
    }

    boolean isMet(ClusterState cluster, SimulatedNodeState node, SimulatedServiceRow row) {
        return until.stream().allMatch(condition -> condition.isMet(cluster, node, row, since));
    }
}
