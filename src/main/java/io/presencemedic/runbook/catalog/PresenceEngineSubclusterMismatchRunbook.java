package io.presencemedic.runbook.catalog;

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
import java.util.List;

/** D6.3: after a failed replication the two nodes of a group bear different subclusters. */
@ApplicationScoped
class PresenceEngineSubclusterMismatchRunbook implements Runbook {
    private final Steps steps;
    private final PresenceEngineSteps engine;

    PresenceEngineSubclusterMismatchRunbook(Steps steps, PresenceEngineSteps engine) {
        this.steps = steps;
        this.engine = engine;
    }

    @Override
    public RunbookCard card() {
        return RunbookCard.named(RunbookName.PRESENCE_ENGINE_SUBCLUSTER_MISMATCH)
                .title(
                        "Binds the subscriber to the publisher's subcluster in the database, once the exact statement is approved")
                .document(List.of("D6.3", "C3", "C6"))
                .changes(true)
                .risk(RunbookCard.Risk.HIGH)
                .disruption(
                        "None: users get presence back. It changes the database, for which Cisco recommends a TAC case")
                .requiresApproval(true)
                .parameters(ParameterSchema.none())
                .build();
    }

    @Override
    public Plan plan(Scope scope) {
        Group group = scope.group();
        Plan.Builder plan = Plan.builder().then(steps.usersHome(group)).then(engine.subclusterUpdate(group));
        return plan.within(steps.withoutMovedHighAvailability(group), () -> repair(plan, group))
                .build();
    }

    private void repair(Plan.Builder plan, Group group) {
        for (Node node : group.nodes()) {
            plan.then(engine.comesUp(node));
        }
    }
}
