package io.presencemedic.runbook.catalog;

import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.cluster.Node;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.runbook.Scope;
import io.presencemedic.runbook.step.Steps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** D3: network services of the publisher do not start. The order is this section's alone (C10). */
@ApplicationScoped
class NetworkServicesDownRunbook implements Runbook {
    private static final List<ServiceName> IN_ORDER = Stream.concat(
                    Stream.of(ServiceOrder.TOMCAT), ServiceOrder.NETWORK_SERVICES.stream())
            .toList();

    private final Steps steps;

    NetworkServicesDownRunbook(Steps steps) {
        this.steps = steps;
    }

    @Override
    public RunbookCard card() {
        return RunbookCard.named(RunbookName.NETWORK_SERVICES_DOWN)
                .title(
                        "Starts the five network services of the group's nodes, publisher first, each STARTED before the next, and what depends on them")
                .document(List.of("D3", "C1", "C2", "C3", "C6", "C9", "C11"))
                .changes(true)
                .risk(RunbookCard.Risk.MEDIUM)
                .disruption(
                        "No failover of the group while high availability is off; users can sign in again when the services run")
                .requiresApproval(false)
                .parameters(HighAvailabilityChoice.in(ParameterSchema.none()))
                .build();
    }

    @Override
    public Plan plan(Scope scope) {
        Group group = scope.group();
        Plan.Builder plan =
                Plan.builder().then(steps.networkServicesDown(group)).then(steps.usersHome(group));
        return plan.within(
                        steps.withoutHighAvailability(group, HighAvailabilityChoice.of(scope.parameters())),
                        () -> repair(plan, group))
                .build();
    }

    /** The publisher first; what depends on the five is started behind them. */
    private void repair(Plan.Builder plan, Group group) {
        for (Node node : group.nodes()) {
            plan.then(steps.servicesStart(node, "Cisco Tomcat and the network services", IN_ORDER))
                    .then(steps.awaitServicesStarted(node))
                    .then(steps.allStart(node));
        }
        plan.then(steps.nameLeft(group));
    }
}
