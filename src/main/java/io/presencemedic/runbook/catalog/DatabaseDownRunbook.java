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

/** D4: the database of a node does not start. */
@ApplicationScoped
class DatabaseDownRunbook implements Runbook {
    private final Steps steps;

    DatabaseDownRunbook(Steps steps) {
        this.steps = steps;
    }

    @Override
    public RunbookCard card() {
        return RunbookCard.named(RunbookName.DATABASE_DOWN)
                .title(
                        "Restarts the replicator and the database of a node whose database does not start; where that does not help, TAC")
                .document(List.of("D4", "C1", "C2", "C3", "C6", "C8", "C9"))
                .changes(true)
                .risk(RunbookCard.Risk.HIGH)
                .disruption(
                        "No failover of the group while high availability is off; the node's users have no service until its database runs")
                .requiresApproval(false)
                .parameters(HighAvailabilityChoice.in(ParameterSchema.none()))
                .build();
    }

    @Override
    public Plan plan(Scope scope) {
        Group group = scope.group();
        Plan.Builder plan = Plan.builder().then(steps.databaseDown(group)).then(steps.usersHome(group));
        return plan.within(
                        steps.withoutHighAvailability(group, HighAvailabilityChoice.of(scope.parameters())),
                        () -> repair(plan, group))
                .build();
    }

    /**
     * The databases first, each whatever became of the other: neither that one, nor what else keeps services of a node
     * from starting, must keep it down.
     */
    private void repair(Plan.Builder plan, Group group) {
        for (Node node : group.nodes()) {
            plan.then(steps.replicatorRestart(node)).then(steps.databaseStart(node));
        }
        plan.then(steps.databasesStarted(group));
        for (Node node : group.nodes()) {
            plan.then(steps.awaitServicesStarted(node)).then(steps.allStart(node));
        }
        plan.then(steps.nameLeft(group));
    }
}
