package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.RunbookName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Presence Engine runs on no node of a redundancy group, as after a node has joined it (variant of D6.2). */
final class PresenceEngineDownOnBothNodesRule implements Rule {
    static final String CODE = "PRESENCE_ENGINE_DOWN_ON_BOTH_NODES";

    @Override
    public RuleResult look(RuleContext facts) {
        List<NodeOutage> down =
                NodeOutage.find(facts, OutageCause.PRESENCE_ENGINE).toList();
        return RuleResult.of(groups(facts, down).map(PresenceEngineDownOnBothNodesRule::draft));
    }

    private static Stream<List<NodeOutage>> groups(RuleContext facts, List<NodeOutage> down) {
        RedundancyView groups = facts.groups();
        boolean named = down.stream().allMatch(found -> found.services().name().isPresent());
        if (!groups.known() || !named) {
            return down.size() > 1 ? Stream.of(down) : Stream.empty();
        }
        return groups.members().stream()
                .map(group -> groups.labels(group))
                .filter(group -> group.size() > 1)
                .map(group -> down.stream()
                        .filter(found -> group.contains(found.node()))
                        .toList())
                .filter(found -> found.size() > 1);
    }

    private static FindingDraft draft(List<NodeOutage> down) {
        FindingDraft draft = FindingDraft.of(
                CODE,
                DocumentRef.D6_2,
                Severity.CRITICAL,
                down.stream()
                                .flatMap(found -> found.services().name().stream())
                                .collect(Collectors.collectingAndThen(
                                        Collectors.joining(" and "), PresenceEngineDownOnBothNodesRule::on))
                        + "Presence Engine does not run, so the group has none, as after a node has joined it: with high availability off,"
                        + " restart SIP Proxy and then Presence Engine, on the publisher first.");
        down.forEach(found -> draft.evidence(found.services().evidence(found.rows()))
                .services(found.rows())
                .on(found.services().name().stream().toList()));
        return draft.symptomOf(PresenceEngineOutage.BOUND).runbook(RunbookName.PRESENCE_ENGINE_OUTSIDE_GROUP);
    }

    private static String on(String nodes) {
        return nodes.isEmpty() ? "" : "On " + nodes + " ";
    }
}
