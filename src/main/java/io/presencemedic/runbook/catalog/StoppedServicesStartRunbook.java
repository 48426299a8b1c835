package io.presencemedic.runbook.catalog;

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

/** D1.5, D1.6: services were commanded out of service, or failed to start once. */
@ApplicationScoped
class StoppedServicesStartRunbook implements Runbook {
    private final Steps steps;

    StoppedServicesStartRunbook(Steps steps) {
        this.steps = steps;
    }

    @Override
    public RunbookCard card() {
        return new RunbookCard(
                RunbookName.STOPPED_SERVICES_START,
                "Starts the services of a redundancy group's nodes that were stopped and should run, in the standard order",
                List.of("D1.3", "D1.5", "D1.6", "C3", "C4", "C6", "C10"),
                true,
                RunbookCard.Risk.LOW,
                "None: users get services back",
                false,
                ParameterSchema.none());
    }

    @Override
    public Plan plan(Scope scope) {
        Group group = scope.group();
        Plan.Builder plan = Plan.builder().then(steps.servicesStopped(group)).then(steps.groupSteady(group));
        for (Node node : group.nodes()) {
            steps.stoppedServicesStart(node).forEach(plan::then);
        }
        return plan.then(steps.servicesStoppedNoMore(group)).build();
    }
}
