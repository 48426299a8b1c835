package io.presencemedic.runbook.catalog;

import io.presencemedic.runbook.Bracket;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Restoring;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.runbook.Scope;
import io.presencemedic.runbook.step.PresenceEngineSteps;
import io.presencemedic.runbook.step.Steps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** D6.4: everything is STARTED but the Presence Engine. */
@ApplicationScoped
class PresenceEngineAloneDownRunbook implements Runbook {
    private final Steps steps;
    private final PresenceEngineSteps engine;

    PresenceEngineAloneDownRunbook(Steps steps, PresenceEngineSteps engine) {
        this.steps = steps;
        this.engine = engine;
    }

    @Override
    public RunbookCard card() {
        return RunbookCard.named(RunbookName.PRESENCE_ENGINE_ALONE_DOWN)
                .title(
                        "Lets the Presence Engine start while the replication-sync monitor is off on both nodes, or starts it then")
                .document(List.of("D6.4", "D6.5", "C3", "C5", "C6"))
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
        List<Bracket> monitors = group.nodes().stream()
                .map(node -> steps.withoutMonitor(node, Restoring.When.OWED))
                .toList();
        Plan.Builder plan = Plan.builder().then(engine.alone(group)).then(steps.usersHome(group));
        return plan.within(
                        steps.withoutMovedHighAvailability(group),
                        () -> plan.within(monitors, () -> comeUp(plan, group)))
                .then(steps.usersHome(group))
                .build();
    }

    private void comeUp(Plan.Builder plan, Group group) {
        group.nodes().forEach(node -> plan.then(steps.withMonitorsOff(group, node, engine.comesUp(node))));
    }
}
