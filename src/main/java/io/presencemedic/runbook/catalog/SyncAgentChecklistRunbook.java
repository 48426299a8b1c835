package io.presencemedic.runbook.catalog;

import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.runbook.Bracket;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.runbook.Scope;
import io.presencemedic.runbook.step.Steps;
import io.presencemedic.runbook.step.SyncAgentSteps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * D7: the Sync Agent does not start. Works on a node and not on a group, because groups can only be read from the very
 * web service that may be down here (D7.2). What can be read comes before what a person has to restart (D7.6), with
 * high availability off where the group could be read (C3).
 */
@ApplicationScoped
class SyncAgentChecklistRunbook implements Runbook {
    private final SyncAgentSteps checks;
    private final Steps steps;

    SyncAgentChecklistRunbook(SyncAgentSteps checks, Steps steps) {
        this.checks = checks;
        this.steps = steps;
    }

    @Override
    public boolean wantsGroupOfPublisher() {
        return true;
    }

    @Override
    public RunbookCard card() {
        return RunbookCard.named(RunbookName.SYNC_AGENT_CHECKLIST)
                .title(
                        "Goes through the checklist for the Sync Agent: passes each item, starts what is stopped, or refuses with the remedy")
                .document(List.of("D7", "C1", "C3", "C6"))
                .changes(true)
                .risk(RunbookCard.Risk.MEDIUM)
                .disruption(
                        "None, unless it comes to the restart of both publishers, which a person approves and makes")
                .requiresApproval(true)
                .parameters(ParameterSchema.none())
                .build();
    }

    @Override
    public Plan plan(Scope scope) {
        Node node = scope.node();
        Node cucm = Groups.publisher(scope.cluster());
        Node publisher = scope.cluster().first(NodeRole.IMP_PUBLISHER).orElse(node);
        List<Node> presence = Stream.of(publisher, node).distinct().toList();
        Plan.Builder plan = Plan.builder()
                .then(checks.down(node))
                .then(checks.versionsMatch(presence))
                .then(checks.webServiceStart(cucm))
                .then(checks.serverListed(node))
                .then(checks.testsPass(publisher))
                .then(checks.webServiceAnswers(cucm))
                .then(checks.addressRight(publisher))
                .then(checks.accountRight(publisher))
                .then(checks.startAttempt(node))
                .then(checks.highAvailabilityNamed(publisher));
        List<Bracket> restart = scope
                .groupOfPublisher()
                .map(group -> steps.withoutHighAvailabilityWhileDown(group, node, SyncAgentSteps.SERVICE))
                .stream()
                .toList();
        return plan.within(restart, () -> plan.then(checks.publishersRestarted(node, publisher))
                        .then(checks.start(node)))
                .build();
    }
}
