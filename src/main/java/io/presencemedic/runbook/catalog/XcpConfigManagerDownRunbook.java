package io.presencemedic.runbook.catalog;

import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cluster.Node;
import io.presencemedic.runbook.Bracket;
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

/** G1: the XCP Config Manager does not run while the XCP Router does. */
@ApplicationScoped
class XcpConfigManagerDownRunbook implements Runbook {
    private static final ServiceName SERVICE = new ServiceName("Cisco XCP Config Manager");

    private final Steps steps;

    XcpConfigManagerDownRunbook(Steps steps) {
        this.steps = steps;
    }

    @Override
    public RunbookCard card() {
        return RunbookCard.named(RunbookName.XCP_CONFIG_MANAGER_DOWN)
                .title(
                        "Restarts the XCP Config Manager with high availability off, then with the replication-sync monitor off too")
                .document(List.of("G1", "D3", "C1", "C2", "C3", "C5", "C6", "C9", "C11"))
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
        Plan.Builder plan = Plan.builder()
                .then(steps.serviceDown(group, SERVICE))
                .then(steps.replicationLooked(group))
                .then(steps.usersHome(group));
        return plan.within(
                        steps.withoutHighAvailability(group, HighAvailabilityChoice.of(scope.parameters())),
                        () -> repair(plan, group))
                .build();
    }

    private void repair(Plan.Builder plan, Group group) {
        group.nodes().forEach(node -> plan.then(steps.restartWhereDown(node, SERVICE)));
        List<Bracket> monitors = group.nodes().stream()
                .map(node -> steps.withoutMonitorWhileDown(node, group.nodes(), SERVICE))
                .toList();
        plan.within(monitors, () -> group.nodes().forEach(node -> start(plan, group, node)));
        group.nodes().forEach(node -> plan.then(steps.allStart(node)));
        plan.then(steps.nameLeft(group));
    }

    private void start(Plan.Builder plan, Group group, Node node) {
        plan.then(steps.withMonitorsOff(group, node, steps.servicesStart(node, SERVICE.value(), List.of(SERVICE))));
    }
}
