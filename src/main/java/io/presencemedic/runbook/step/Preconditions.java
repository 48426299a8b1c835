package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ReplicationState;
import io.presencemedic.cisco.cli.UtilsDbreplicationRuntimestate;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What must hold on both nodes of a group before high availability is enabled (C2).
 *
 * @param missing what does not hold, in sentences
 * @param mayPass whether all of it may come right by waiting
 * @param lacksReplication whether replication is not set up everywhere
 */
record Preconditions(List<String> missing, boolean mayPass, boolean lacksReplication) {
    static Preconditions see(ClusterReader look, Group group) throws LinkException {
        List<String> missing = new ArrayList<>();
        boolean mayPass = true;
        boolean lacksReplication = false;
        for (Node node : group.nodes()) {
            Optional<String> replication = replication(look, node, group.nodes().size());
            replication.ifPresent(missing::add);
            lacksReplication |= replication.isPresent();
            ServiceList services = look.ask(node, new UtilsServiceList());
            for (ServiceName name : ServiceOrder.HIGH_AVAILABILITY_PREREQUISITES) {
                Optional<ServiceStatus> row = row(services, name);
                if (row.map(ServiceStatus::state)
                        .filter(ServiceState.STARTED::equals)
                        .isEmpty()) {
                    missing.add(name + " is "
                            + row.map(status -> status.state().name()).orElse("not listed") + " on " + node.name());
                    mayPass &= row.map(status -> isMoving(status.state())).orElse(false);
                }
            }
        }
        return new Preconditions(List.copyOf(missing), mayPass, lacksReplication);
    }

    /** Just after the database has come up the command is refused, or shows what is not set up yet. */
    private static Optional<String> replication(ClusterReader look, Node node, int members) throws LinkException {
        try {
            ReplicationState state = look.ask(node, new UtilsDbreplicationRuntimestate());
            return state.setUpAmong(members)
                    ? Optional.empty()
                    : Optional.of("replication is not set up (2) everywhere, says " + node.name());
        } catch (LinkException e) {
            if (e.failure() instanceof LinkFailure.Refused) {
                return Optional.of("replication cannot be told on " + node.name() + ": "
                        + e.failure().detail());
            }
            throw e;
        }
    }

    private static Optional<ServiceStatus> row(ServiceList services, ServiceName name) {
        return services.services().stream()
                .filter(status -> ServiceCatalog.same(status.name(), name))
                .findFirst();
    }

    private static boolean isMoving(ServiceState state) {
        return state == ServiceState.STARTING || state == ServiceState.STOPPING;
    }

    boolean met() {
        return missing.isEmpty();
    }

    String words() {
        return String.join("; ", missing);
    }
}
