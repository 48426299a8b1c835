package io.presencemedic.runbook.catalog;

import io.presencemedic.cluster.Node;
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

/** C3, F: a group has failed over, has failed or stands idle, and could be back: its services run. */
@ApplicationScoped
class RedundancyGroupFailedOverRunbook implements Runbook {
    private final Steps steps;

    RedundancyGroupFailedOverRunbook(Steps steps) {
        this.steps = steps;
    }

    @Override
    public RunbookCard card() {
        return RunbookCard.named(RunbookName.REDUNDANCY_GROUP_FAILED_OVER)
                .title(
                        "Brings a redundancy group back to normal that has failed over, has failed or stands idle and whose services run")
                .document(List.of("C3", "F2", "F3", "F4", "F5", "D5.1", "C1", "C2", "C9"))
                .changes(true)
                .risk(RunbookCard.Risk.MEDIUM)
                .disruption(
                        "Users that had failed over are disconnected and sign in at their own node; no failover of the group while high availability is off")
                .requiresApproval(false)
                .parameters(ParameterSchema.none())
                .build();
    }

    @Override
    public Plan plan(Scope scope) {
        Group group = scope.group();
        Plan.Builder plan = Plan.builder()
                .then(steps.groupMoved(group))
                .then(steps.idleHome(group))
                .then(steps.failedRecovered(group));
        for (Node node : group.nodes()) {
            plan.then(steps.recoveryManagerRestart(group, node));
        }
        plan.then(steps.groupNormal(group));
        return plan.within(steps.withoutHighAvailability(group, Restoring.When.OWED), () -> {})
                .build();
    }
}
