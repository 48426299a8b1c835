package io.presencemedic.runbook.catalog;

import io.presencemedic.cisco.service.ServiceName;
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

/** D5: high availability in a wrong state keeps the Intercluster Sync Agent from starting. */
@ApplicationScoped
class InterclusterSyncAgentDownRunbook implements Runbook {
    private static final ServiceName SERVICE = new ServiceName("Cisco Intercluster Sync Agent");

    private final Steps steps;

    InterclusterSyncAgentDownRunbook(Steps steps) {
        this.steps = steps;
    }

    @Override
    public RunbookCard card() {
        return RunbookCard.named(RunbookName.INTERCLUSTER_SYNC_AGENT_DOWN)
                .title(
                        "Starts the Intercluster Sync Agent while high availability is off; names the known defects where that fails")
                .document(List.of("D5.1", "D5.2", "C1", "C2", "C3", "C6", "C9"))
                .changes(true)
                .risk(RunbookCard.Risk.MEDIUM)
                .disruption("No failover of the group while high availability is off")
                .requiresApproval(false)
                .parameters(HighAvailabilityChoice.in(ParameterSchema.none()))
                .build();
    }

    @Override
    public Plan plan(Scope scope) {
        Group group = scope.group();
        Plan.Builder plan =
                Plan.builder().then(steps.serviceDown(group, SERVICE)).then(steps.usersHomeUnlessMovedByHand(group));
        return plan.within(steps.withoutHighAvailability(group, HighAvailabilityChoice.of(scope.parameters())), () -> {
                    group.nodes().forEach(node -> plan.then(steps.serviceStart(node, SERVICE)));
                    plan.then(steps.nameLeft(group));
                })
                .build();
    }
}
