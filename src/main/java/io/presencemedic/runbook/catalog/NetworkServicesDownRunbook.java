package io.presencemedic.runbook.catalog;

import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceOrder;
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

/** D3: network services of the publisher do not start. The order is this section's alone (C10). */
@ApplicationScoped
class NetworkServicesDownRunbook implements Runbook {
    private final Steps steps;

    NetworkServicesDownRunbook(Steps steps) {
        this.steps = steps;
    }

    @Override
    public RunbookCard card() {
        return new RunbookCard(
                RunbookName.NETWORK_SERVICES_DOWN,
                "Starts the five network services of the IM and Presence publisher, each STARTED before the next",
                List.of("D3", "C1", "C2", "C3", "C6", "C9", "C11"),
                true,
                RunbookCard.Risk.MEDIUM,
                "No failover of the group while high availability is off; users can sign in again when the services run",
                false,
                HighAvailabilityChoice.in(ParameterSchema.none()));
    }

    @Override
    public Plan plan(Scope scope) {
        Group group = scope.group();
        Node publisher = group.nodes().get(0);
        Plan.Builder plan = Plan.builder().then(steps.networkServicesDown(group));
        return plan.within(
                        steps.withoutHighAvailability(group, HighAvailabilityChoice.of(scope.parameters())),
                        () -> start(plan, publisher))
                .build();
    }

    private void start(Plan.Builder plan, Node publisher) {
        plan.then(steps.serviceStart(publisher, ServiceOrder.TOMCAT));
        for (ServiceName service : ServiceOrder.NETWORK_SERVICES) {
            plan.then(steps.serviceStart(publisher, service));
        }
        plan.then(steps.awaitServicesStarted(publisher)).then(steps.criticalServicesStart(publisher));
    }
}
