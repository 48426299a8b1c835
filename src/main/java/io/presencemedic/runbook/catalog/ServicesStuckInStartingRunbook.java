package io.presencemedic.runbook.catalog;

import io.presencemedic.cluster.Node;
import io.presencemedic.runbook.Bracket;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Restoring;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.runbook.Scope;
import io.presencemedic.runbook.step.Steps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** D2: after a restart with high availability on, nearly all services of a node stay in STARTING. */
@ApplicationScoped
class ServicesStuckInStartingRunbook implements Runbook {
    private final Steps steps;

    ServicesStuckInStartingRunbook(Steps steps) {
        this.steps = steps;
    }

    @Override
    public RunbookCard card() {
        return RunbookCard.named(RunbookName.SERVICES_STUCK_IN_STARTING)
                .title("Frees services that stay in STARTING after a node was restarted with high availability on")
                .document(List.of("D2", "D1.5", "C1", "C2", "C3", "C5", "C9"))
                .changes(true)
                .risk(RunbookCard.Risk.MEDIUM)
                .disruption(
                        "No failover of the group while high availability is off; users of the stuck node get service when its services start")
                .requiresApproval(false)
                .parameters(StoppedServicesChoice.in(HighAvailabilityChoice.in(ParameterSchema.none())))
                .build();
    }

    @Override
    public Plan plan(Scope scope) {
        Group group = scope.group();
        Restoring.When restore = HighAvailabilityChoice.of(scope.parameters());
        List<Bracket> monitors = group.nodes().stream()
                .map(node -> steps.withoutMonitor(node, Restoring.When.OWED))
                .toList();
        boolean starts = StoppedServicesChoice.starts(scope.parameters());
        Plan.Builder plan =
                Plan.builder().then(steps.servicesStuck(group, starts)).then(steps.usersHome(group));
        return plan.within(
                        steps.withoutHighAvailability(group, restore),
                        () -> plan.within(monitors, () -> awaitStarted(plan, group, starts)))
                .build();
    }

    private void awaitStarted(Plan.Builder plan, Group group, boolean starts) {
        List<Node> nodes = group.nodes();
        if (starts) {
            nodes.forEach(node -> plan.then(steps.withMonitorsOff(group, node, steps.allStart(node))));
        }
        nodes.forEach(node -> plan.then(steps.withMonitorsOff(group, node, steps.awaitServicesStarted(node))));
        plan.then(steps.withMonitorsOff(group, steps.nameLeft(group)));
    }
}
