package io.presencemedic.simulator.model;

import static io.presencemedic.cisco.service.ServiceState.STARTED;
import static io.presencemedic.cisco.service.ServiceState.STARTING;
import static io.presencemedic.cisco.service.ServiceState.STOPPED;
import static io.presencemedic.cisco.service.ServiceState.STOPPING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How services start, wait for each other, fail and stop. */
final class ServiceRules {
    static final String DATA_MONITOR = "Cisco IM and Presence Data Monitor";

    private static final int REPLICATION_IS_SET_UP = 2;

    private final ClusterState cluster;
    private final ServiceCatalogue catalogue;

    ServiceRules(ClusterState cluster, ServiceCatalogue catalogue) {
        this.cluster = cluster;
        this.catalogue = catalogue;
    }

    private enum Readiness {
        READY,
        MUST_WAIT,
        MUST_FAIL
    }

    void start(SimulatedNodeState node, SimulatedServiceRow row, Instant at) {
        if (row.is(STOPPED)) {
            row.byRestart = false;
            begin(node, row, at);
        }
    }

    /** Puts a service into STARTING, and settles whether this start will fail. */
    void begin(SimulatedNodeState node, SimulatedServiceRow row, Instant at) {
        row.become(STARTING, null, at);
        row.doomed = false;
        for (StartBlocker blockade : row.blockades) {
            row.doomed |= blockade.dooms(cluster, node, row);
        }
        row.blockades.removeIf(blockade -> blockade.isOvercome(cluster, node, row));
    }

    /** Activates a service; most start by themselves then. */
    void activate(SimulatedNodeState node, SimulatedServiceRow row, Instant at) {
        if (row.activated) {
            return;
        }
        row.activated = true;
        if (row.startsWhenActivated) {
            row.become(STOPPED, null, at);
            start(node, row, at);
        } else {
            row.become(STOPPED, ServiceNote.COMMANDED_OUT_OF_SERVICE, at);
        }
    }

    void stop(SimulatedNodeState node, SimulatedServiceRow row, Instant at) {
        takeDown(row, false, at);
        if (row.name.equals(ServiceSpec.ROUTER)) {
            followers(node).forEach(follower -> takeDown(follower, false, at));
        }
    }

    void restart(SimulatedNodeState node, SimulatedServiceRow row, Instant at) {
        row.restartedAt = at;
        row.byRestart = true;
        if (row.is(STOPPED)) {
            begin(node, row, at);
            return;
        }
        takeDown(row, true, at);
        if (row.name.equals(ServiceSpec.ROUTER)) {
            followers(node).forEach(follower -> takeDown(follower, true, at));
        }
    }

    /** Ends what a service was on its way to. */
    void breakOff(SimulatedServiceRow row, Instant at) {
        if (row.is(STARTING) || row.is(STOPPING)) {
            row.become(STOPPED, ServiceNote.NOT_RUNNING, at);
        }
    }

    /** Lets those services begin their start-up that nothing keeps from it. */
    void settle(Instant at) {
        for (SimulatedNodeState node : cluster.nodes.values()) {
            for (SimulatedServiceRow row : node.services.values()) {
                wake(node, row, at);
                if (row.is(STOPPED)) {
                    row.blockades.removeIf(blockade -> blockade.ofRestart && blockade.isMet(cluster, node, row));
                }
                if (row.is(STARTING) && row.due == null && readiness(node, row) != Readiness.MUST_WAIT) {
                    row.due = at.plus(catalogue.spec(row.name).timeToStart());
                }
            }
        }
    }

    /** Starts the clock of a stopped service that comes up by itself once nothing blocks it any more. */
    private void wake(SimulatedNodeState node, SimulatedServiceRow row, Instant at) {
        for (StartBlocker blockade : row.blockades) {
            if (blockade.byItself != null) {
                boolean free =
                        row.is(STOPPED) && row.blockades.stream().allMatch(other -> other.isMet(cluster, node, row));
                if (!free) {
                    blockade.met = null;
                } else if (blockade.met == null) {
                    blockade.met = at;
                }
            }
        }
    }

    Stream<ScheduledEvent> dues() {
        List<ScheduledEvent> dues = new ArrayList<>();
        for (SimulatedNodeState node : cluster.nodes.values()) {
            for (SimulatedServiceRow row : node.services.values()) {
                if (row.due != null) {
                    dues.add(due(node, row, row.due));
                }
                for (StartBlocker blockade : row.blockades) {
                    if (blockade.met != null && blockade.byItself != null) {
                        dues.add(wakening(node, row, blockade));
                    }
                }
            }
        }
        return dues.stream();
    }

    private ScheduledEvent wakening(SimulatedNodeState node, SimulatedServiceRow row, StartBlocker blockade) {
        Instant at = Objects.requireNonNull(blockade.met).plus(Objects.requireNonNull(blockade.byItself));
        return new ScheduledEvent(at, () -> {
            blockade.byItself = null;
            blockade.met = null;
            start(node, row, at);
        });
    }

    private ScheduledEvent due(SimulatedNodeState node, SimulatedServiceRow row, Instant at) {
        return new ScheduledEvent(at, () -> finish(node, row, at));
    }

    private void finish(SimulatedNodeState node, SimulatedServiceRow row, Instant at) {
        if (row.is(STOPPING)) {
            boolean again = row.startsAgain;
            row.startsAgain = false;
            row.become(STOPPED, ServiceNote.COMMANDED_OUT_OF_SERVICE, at);
            if (again) {
                begin(node, row, at);
            }
            return;
        }
        switch (readiness(node, row)) {
            case READY -> {
                row.become(STARTED, null, at);
                row.blockades.clear();
            }
            case MUST_WAIT -> row.due = null;
            case MUST_FAIL -> row.become(STOPPED, ServiceNote.NOT_RUNNING, at);
        }
    }

    private Readiness readiness(SimulatedNodeState node, SimulatedServiceRow row) {
        ServiceSpec spec = catalogue.spec(row.name);
        if (row.blockades.stream().anyMatch(blockade -> blockade.holds(cluster, node, row))
                || isHeldByMonitor(node, spec)) {
            return Readiness.MUST_WAIT;
        }
        if (row.doomed || lacksConfiguration(node, spec)) {
            return Readiness.MUST_FAIL;
        }
        return Stream.concat(
                        spec.requires().stream()
                                .filter(name -> !cluster.doesWithout(spec.name(), name))
                                .map(name -> readiness(node, name)),
                        cluster.first(SimulatedRole.CUCM_PUBLISHER).stream()
                                .flatMap(cucm -> spec.requiresOnCucm().stream().map(name -> readiness(cucm, name))))
                .max(Enum::compareTo)
                .orElse(Readiness.READY);
    }

    /** On a subscriber the Data Monitor lets nothing start while replication is not set up (G6). */
    private static boolean isHeldByMonitor(SimulatedNodeState node, ServiceSpec spec) {
        return spec.isPresence()
                && !spec.name().equals(DATA_MONITOR)
                && !node.role.isPublisher()
                && node.monitorOn
                && node.runs(DATA_MONITOR)
                && node.replicationSetup != REPLICATION_IS_SET_UP;
    }

    private boolean lacksConfiguration(SimulatedNodeState node, ServiceSpec spec) {
        return (spec.inGroup() && !cluster.isBound(node))
                || (spec.needsFeature() && !cluster.configuredFeatures.contains(spec.name()))
                || (spec.name().equals(SyncAgentRules.SYNC_AGENT) && !SyncAgentRules.mayStart(cluster, node));
    }

    private static Readiness readiness(SimulatedNodeState node, String required) {
        return node.service(required)
                .map(row -> switch (row.state) {
                    case STARTED -> Readiness.READY;
                    case STARTING -> Readiness.MUST_WAIT;
                    case STOPPING -> row.startsAgain ? Readiness.MUST_WAIT : Readiness.MUST_FAIL;
                    case STOPPED, NOTRUNNING -> Readiness.MUST_FAIL;
                })
                .orElse(Readiness.READY);
    }

    private void takeDown(SimulatedServiceRow row, boolean again, Instant at) {
        if (row.is(STARTED) || row.is(STARTING)) {
            row.become(STOPPING, null, at);
            row.due = at.plus(catalogue.spec(row.name).timeToStop());
        }
        boolean stuck = row.blockades.removeIf(blockade -> blockade.manner == StartBlocker.Manner.STUCK
                || (!again && blockade.manner == StartBlocker.Manner.STUCK_UNTIL_STOPPED));
        row.startsAgain = row.is(STOPPING) && again && !stuck;
    }

    private Stream<SimulatedServiceRow> followers(SimulatedNodeState node) {
        return node.services.values().stream()
                .filter(row -> catalogue.spec(row.name).followsRouter())
                .filter(row -> row.is(STARTED) || row.is(STARTING));
    }
}
