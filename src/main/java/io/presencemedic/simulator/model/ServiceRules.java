package io.presencemedic.simulator.model;

import static io.presencemedic.cisco.ServiceState.STARTED;
import static io.presencemedic.cisco.ServiceState.STARTING;
import static io.presencemedic.cisco.ServiceState.STOPPED;
import static io.presencemedic.cisco.ServiceState.STOPPING;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** How services start, wait for each other, fail and stop. */
final class ServiceRules {
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

    void start(ServiceRow row, Instant at) {
        if (row.is(STOPPED)) {
            row.become(STARTING, null, at);
        }
    }

    void stop(NodeState node, ServiceRow row, Instant at) {
        takeDown(row, false, at);
        if (row.name.equals(ServiceSpec.ROUTER)) {
            followers(node).forEach(follower -> takeDown(follower, false, at));
        }
    }

    void restart(NodeState node, ServiceRow row, Instant at) {
        if (row.is(STOPPED)) {
            start(row, at);
            return;
        }
        takeDown(row, true, at);
        if (row.name.equals(ServiceSpec.ROUTER)) {
            followers(node).forEach(follower -> takeDown(follower, true, at));
        }
    }

    /** Lets those services begin their start-up that nothing keeps from it. */
    void settle(Instant at) {
        for (NodeState node : cluster.nodes.values()) {
            for (ServiceRow row : node.services.values()) {
                if (row.is(STARTING) && row.due == null && readiness(node, row) != Readiness.MUST_WAIT) {
                    row.due = at.plus(catalogue.spec(row.name).timeToStart());
                }
            }
        }
    }

    Stream<Due> dues() {
        return cluster.nodes.values().stream().flatMap(node -> node.services.values().stream()
                .filter(row -> row.due != null)
                .map(row -> due(node, row, Objects.requireNonNull(row.due))));
    }

    private Due due(NodeState node, ServiceRow row, Instant at) {
        return new Due(at, () -> finish(node, row, at));
    }

    private void finish(NodeState node, ServiceRow row, Instant at) {
        if (row.is(STOPPING)) {
            boolean again = row.startsAgain;
            row.startsAgain = false;
            row.become(STOPPED, Note.COMMANDED_OUT_OF_SERVICE, at);
            if (again) {
                start(row, at);
            }
            return;
        }
        switch (readiness(node, row)) {
            case READY -> {
                row.become(STARTED, null, at);
                row.obstacles.clear();
            }
            case MUST_WAIT -> row.due = null;
            case MUST_FAIL -> row.become(STOPPED, Note.NOT_RUNNING, at);
        }
    }

    private Readiness readiness(NodeState node, ServiceRow row) {
        if (row.obstacles.stream().anyMatch(obstacle -> obstacle.holds(cluster, node))) {
            return Readiness.MUST_WAIT;
        }
        ServiceSpec spec = catalogue.spec(row.name);
        if (spec.inGroup() && cluster.groupOf(node).isEmpty()) {
            return Readiness.MUST_FAIL;
        }
        return Stream.concat(
                        spec.requires().stream().map(name -> readiness(node, name)),
                        cluster.first(Role.CUCM_PUBLISHER).stream()
                                .flatMap(cucm -> spec.requiresOnCucm().stream().map(name -> readiness(cucm, name))))
                .max(Enum::compareTo)
                .orElse(Readiness.READY);
    }

    private static Readiness readiness(NodeState node, String required) {
        return node.service(required)
                .map(row -> switch (row.state) {
                    case STARTED -> Readiness.READY;
                    case STARTING -> Readiness.MUST_WAIT;
                    case STOPPING -> row.startsAgain ? Readiness.MUST_WAIT : Readiness.MUST_FAIL;
                    case STOPPED, NOTRUNNING -> Readiness.MUST_FAIL;
                })
                .orElse(Readiness.READY);
    }

    private void takeDown(ServiceRow row, boolean again, Instant at) {
        if (row.is(STARTED) || row.is(STARTING)) {
            row.become(STOPPING, null, at);
            row.due = at.plus(catalogue.spec(row.name).timeToStop());
        }
        row.startsAgain = row.is(STOPPING) && again;
    }

    private Stream<ServiceRow> followers(NodeState node) {
        return node.services.values().stream()
                .filter(row -> catalogue.spec(row.name).followsRouter())
                .filter(row -> row.is(STARTED) || row.is(STARTING));
    }
}
