package io.presencemedic.runbook.catalog;

import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cluster.Node;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.runbook.Scope;
import io.presencemedic.runbook.step.PresenceEngineSteps;
import io.presencemedic.runbook.step.Steps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** D6.1: services that the Presence Engine needs do not run. */
@ApplicationScoped
class PresenceEnginePrerequisitesRunbook implements Runbook {
    private final Steps steps;
    private final PresenceEngineSteps engine;

    PresenceEnginePrerequisitesRunbook(Steps steps, PresenceEngineSteps engine) {
        this.steps = steps;
        this.engine = engine;
    }

    @Override
    public RunbookCard card() {
        return RunbookCard.named(RunbookName.PRESENCE_ENGINE_PREREQUISITES)
                .title("Starts what the Presence Engine needs on its node, then the Presence Engine")
                .document(List.of("D6.1", "C3", "C6"))
                .changes(true)
                .risk(RunbookCard.Risk.LOW)
                .disruption("None: users get presence back")
                .requiresApproval(false)
                .parameters(ParameterSchema.none())
                .build();
    }

    @Override
    public Plan plan(Scope scope) {
        Group group = scope.group();
        Plan.Builder plan = Plan.builder().then(engine.prerequisitesDown(group)).then(steps.usersHome(group));
        return plan.within(steps.withoutMovedHighAvailability(group), () -> repair(plan, group))
                .then(steps.usersHome(group))
                .build();
    }

    private void repair(Plan.Builder plan, Group group) {
        List<ServiceName> services = new ArrayList<>(engine.prerequisites());
        services.add(PresenceEngineSteps.PRESENCE_ENGINE);
        for (Node node : group.nodes()) {
            plan.then(steps.servicesStart(node, "what the Presence Engine needs, and the engine", services))
                    .then(steps.allStart(node));
        }
        plan.then(steps.nameLeft(group));
    }
}
