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
import io.presencemedic.runbook.step.PresenceEngineSteps;
import io.presencemedic.runbook.step.Steps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** D6.2: the subscriber is in no redundancy group, and the Presence Engine is bound to one. */
@ApplicationScoped
class PresenceEngineOutsideGroupRunbook implements Runbook {
    private static final String NODE = "node";

    private final Steps steps;
    private final PresenceEngineSteps engine;

    PresenceEngineOutsideGroupRunbook(Steps steps, PresenceEngineSteps engine) {
        this.steps = steps;
        this.engine = engine;
    }

    @Override
    public RunbookCard card() {
        return RunbookCard.named(RunbookName.PRESENCE_ENGINE_OUTSIDE_GROUP)
                .title(
                        "Adds a node to its redundancy group; restarts SIP Proxy and Presence Engine of both nodes where the engines are then down on both")
                .document(List.of("D6.2", "C1", "C2", "C3", "C4", "C6", "C9"))
                .changes(true)
                .risk(RunbookCard.Risk.MEDIUM)
                .disruption(
                        "None where the engine starts by itself; otherwise presence of all users of the group is restarted, and it has no failover meanwhile")
                .requiresApproval(false)
                .parameters(HighAvailabilityChoice.in(ParameterSchema.none()
                        .optional(
                                NODE,
                                "name of the node that is to be the group's second member; needed only where several could be",
                                name -> name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}"),
                                "is not the name of a node")))
                .build();
    }

    @Override
    public Plan plan(Scope scope) {
        Group group = scope.group();
        return joining(scope)
                .map(node -> plan(
                        scope,
                        new Group(
                                group.uuid(),
                                group.name(),
                                List.of(group.nodes().get(0), node))))
                .orElseGet(() -> Plan.builder()
                        .then(engine.joiningNodeUnclear(
                                group, scope.parameters().text(NODE).orElse(null)))
                        .build());
    }

    private Plan plan(Scope scope, Group group) {
        Plan.Builder plan = Plan.builder();
        Group alone =
                new Group(group.uuid(), group.name(), List.of(group.nodes().get(0)));
        Restoring.When restore = HighAvailabilityChoice.of(scope.parameters());
        return plan.within(engine.withoutHighAvailabilityOfOne(alone, group, restore), () -> join(plan, group, restore))
                .build();
    }

    private void join(Plan.Builder plan, Group group, Restoring.When restore) {
        plan.then(engine.join(group))
                .then(engine.enginesAfterJoining(group))
                .then(steps.usersHome(group))
                .within(engine.withoutHighAvailabilityWhileDown(group, restore), () -> group.nodes()
                        .forEach(node -> restart(plan, group, node)));
    }

    private void restart(Plan.Builder plan, Group group, Node node) {
        plan.then(engine.restartWhileDown(group, node, PresenceEngineSteps.SIP_PROXY))
                .then(engine.restartWhileDown(group, node, PresenceEngineSteps.PRESENCE_ENGINE));
    }

    /** The second member, the named node, or the only other IM and Presence node of the cluster. */
    private static Optional<Node> joining(Scope scope) {
        List<Node> members = scope.group().nodes();
        Optional<String> named = scope.parameters().text(NODE);
        List<Node> others = scope.cluster().presenceNodes().stream()
                .filter(node -> !node.equals(members.get(0)))
                .filter(node -> named.isEmpty() || node.name().equals(named.get()))
                .toList();
        if (named.isEmpty() && members.size() > 1) {
            return Optional.of(members.get(1));
        }
        return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
    }
}
