package io.presencemedic.simulator.model;

import io.presencemedic.cisco.service.ServiceState;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What an administrator can ask of a service by its name. */
public final class ServiceCommands {
    private final ClusterState cluster;
    private final ServiceCatalogue catalogue;
    private final ServiceRules rules;
    private final Instant now;

    ServiceCommands(ClusterState cluster, ServiceCatalogue catalogue, ServiceRules rules, Instant now) {
        this.cluster = cluster;
        this.catalogue = catalogue;
        this.rules = rules;
        this.now = now;
    }

    /** What became of a request to start, stop or restart a service. */
    public enum Verdict {
        ACCEPTED,
        NO_SUCH_SERVICE,
        NOT_ACTIVATED,
        /** The service is none that can be activated. */
        NOT_ALLOWED
    }

    /** Starts a service that is stopped; one that is not stopped stays as it is. */
    public Verdict start(String node, String service) {
        return command(node, service, row -> rules.start(cluster.node(node), row, now));
    }

    /** Stops a service, and with the XCP Router everything that follows it (C4). */
    public Verdict stop(String node, String service) {
        return command(node, service, row -> rules.stop(cluster.node(node), row, now));
    }

    /** Restarts a service, and with the XCP Router everything that follows it (C4). */
    public Verdict restart(String node, String service) {
        return command(node, service, row -> rules.restart(cluster.node(node), row, now));
    }

    /** Leaves a service broken off in the middle of its restart: it is down and does not come up by itself (C8). */
    public void breakRestart(String node, String service) {
        cluster.node(node).service(service).ifPresent(row -> rules.breakOff(row, now));
    }

    /** Activates a feature service; the platform refuses the others. */
    public Verdict activate(String node, String service) {
        Optional<SimulatedServiceRow> row = cluster.node(node).service(service);
        if (row.isEmpty()) {
            return Verdict.NO_SUCH_SERVICE;
        }
        if (catalogue.spec(service).kind() != SimulatedServiceKind.FEATURE) {
            return Verdict.NOT_ALLOWED;
        }
        rules.activate(cluster.node(node), row.get(), now);
        return Verdict.ACCEPTED;
    }

    /** Takes a feature service out of use. */
    public void deactivate(String node, String service) {
        cluster.node(node)
                .service(service)
                .filter(row -> catalogue.spec(service).kind() == SimulatedServiceKind.FEATURE)
                .ifPresent(row -> {
                    row.activated = false;
                    row.become(ServiceState.STOPPED, ServiceNote.SERVICE_NOT_ACTIVATED, now);
                });
    }

    private Verdict command(String node, String service, Consumer<SimulatedServiceRow> change) {
        Optional<SimulatedServiceRow> row = cluster.node(node).service(service);
        if (row.isEmpty()) {
            return Verdict.NO_SUCH_SERVICE;
        }
        if (!row.get().activated) {
            return Verdict.NOT_ACTIVATED;
        }
        change.accept(row.get());
        return Verdict.ACCEPTED;
    }
}
