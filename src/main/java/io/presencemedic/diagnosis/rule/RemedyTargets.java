package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.service.KnownService;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.diagnosis.fact.Remedy;
import io.presencemedic.runbook.RunbookName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** On what a finding's remedy is run: the nodes by their names, the groups as CUCM spells them. */
final class RemedyTargets {
    private static final Set<RunbookName> OF_SERVICES =
            Set.of(RunbookName.SERVICE_START, RunbookName.SERVICE_RESTART, RunbookName.SERVICE_ACTIVATE);

    private final RuleContext facts;

    RemedyTargets(RuleContext facts) {
        this.facts = facts;
    }

    /**
     * The groups that a finding is about.
     *
     * @param named the group that it names itself, as its nodes spell it; null where it names none
     * @param nodes the nodes that it names, as sentences name them
     */
    List<String> groups(@Nullable String named, Collection<String> nodes) {
        RedundancyView groups = facts.groups();
        return named == null ? groups.namesOf(nodes) : List.of(groups.spelling(named));
    }

    /** A runbook of nodes on each, with each service where it takes one. */
    List<Remedy> onNodes(RunbookName runbook, Collection<String> nodes, Collection<String> services) {
        if (runbook == RunbookName.SYNC_AGENT_CHECKLIST) {
            return checklist(nodes);
        }
        List<Remedy> remedies = new ArrayList<>();
        for (String node : nodes) {
            if (OF_SERVICES.contains(runbook)) {
                known(services)
                        .forEach(name -> remedies.add(Remedy.onNode(runbook, node, Map.of(Remedy.SERVICE, name))));
            } else {
                remedies.add(Remedy.onNode(runbook, node, Map.of()));
            }
        }
        return remedies;
    }

    private static Stream<String> known(Collection<String> services) {
        return services.stream()
                .flatMap(name -> ServiceCatalog.describe(new ServiceName(name)).stream())
                .map(KnownService::name)
                .map(ServiceName::value);
    }

    /** Where the Sync Agent is down; without such a node, on the publisher, on which the checklist looks. */
    private List<Remedy> checklist(Collection<String> nodes) {
        List<String> down = nodesWithoutSyncAgent();
        List<String> targets =
                down.isEmpty() ? nodes.stream().filter(this::isPresence).toList() : down;
        Stream<String> found = targets.isEmpty()
                ? facts.nodes().stream()
                        .filter(node -> node.role().equals(Optional.of(NodeRole.IMP_PUBLISHER)))
                        .flatMap(node -> HostNames.label(node).stream())
                : targets.stream();
        return found.map(node -> Remedy.onNode(RunbookName.SYNC_AGENT_CHECKLIST, node, Map.of()))
                .toList();
    }

    /** The nodes on which the Sync Agent is known not to be STARTED. */
    List<String> nodesWithoutSyncAgent() {
        String agent = OutageCauses.SYNC_AGENT.value();
        return facts.services().stream()
                .filter(NodeServiceStates::presence)
                .filter(services -> services.row(agent).isPresent() && !services.started(agent))
                .flatMap(services -> services.name().stream())
                .toList();
    }

    private boolean isPresence(String name) {
        return facts.nodes().stream()
                .filter(node -> HostNames.label(node).equals(Optional.of(name)))
                .anyMatch(RemedyTargets::isPresence);
    }

    private static boolean isPresence(NodeFacts node) {
        return node.role()
                .map(NodeRole::isPresence)
                .orElse(node.known(FactKey.HIGH_AVAILABILITY).isPresent());
    }
}
