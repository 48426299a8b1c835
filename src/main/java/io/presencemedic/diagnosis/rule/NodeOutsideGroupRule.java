package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Remedy;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.RunbookName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An IM and Presence node is in no redundancy group, so Presence Engine cannot run there (D6.2). */
final class NodeOutsideGroupRule implements Rule {
    static final String CODE = "NODE_OUTSIDE_REDUNDANCY_GROUP";

    @Override
    public RuleResult look(RuleContext facts) {
        RedundancyView groups = facts.groups();
        Set<String> outside = outside(facts);
        return RuleResult.of(outside.isEmpty() ? Stream.empty() : Stream.of(draft(facts, groups, outside)));
    }

    /** As sentences name them. */
    static Set<String> outside(RuleContext facts) {
        RedundancyView groups = facts.groups();
        Set<String> found = new LinkedHashSet<>();
        if (groups.members().stream().anyMatch(members -> !members.isEmpty())) {
            presenceNodes(facts)
                    .filter(name -> groups.groupOf(name).isEmpty())
                    .forEach(name -> found.add(groups.hosts().name(name)));
        }
        return found;
    }

    /** Nodes of the inventory count only by the names that the platform gives them. */
    private static Stream<String> presenceNodes(RuleContext facts) {
        return facts.known(FactKey.NETWORK_CLUSTER).stream()
                .flatMap(fact -> fact.value().nodes().stream())
                .filter(ClusterNode::presence)
                .map(ClusterNode::name);
    }

    private static FindingDraft draft(RuleContext facts, RedundancyView groups, Set<String> outside) {
        boolean engineDown = NodeOutage.find(facts, OutageCause.PRESENCE_ENGINE)
                .anyMatch(found -> found.services().name().isEmpty() || outside.contains(found.node()));
        FindingDraft draft = FindingDraft.of(
                CODE,
                DocumentRef.D6_2,
                engineDown ? Severity.ERROR : Severity.WARNING,
                String.join(", ", outside)
                        + " is in no presence redundancy group, so Presence Engine cannot run there. "
                        + advice(groups.withRoom()));
        facts.known(FactKey.HIGH_AVAILABILITY)
                .forEach(fact -> draft.evidence(fact.heard().evidence()));
        if (groups.groups().isEmpty()) {
            groups.configured()
                    .forEach(group -> draft.evidence(group.fact().heard().evidence()));
        }
        return draft.on(outside)
                .runbook(RunbookName.PRESENCE_ENGINE_OUTSIDE_GROUP)
                .remedies(remedies(groups, outside));
    }

    private static String advice(List<String> withRoom) {
        return withRoom.size() > 1
                ? "Add it to the group that it belongs to; these have room: " + String.join(", ", withRoom) + "."
                : "Add it to the group.";
    }

    /** Each group that has room for another node may be the right one; the first node outside is the first to join. */
    private static List<Remedy> remedies(RedundancyView groups, Set<String> outside) {
        String joining = outside.iterator().next();
        return groups.withRoom().stream()
                .map(group -> Remedy.onGroup(RunbookName.PRESENCE_ENGINE_OUTSIDE_GROUP, group, Map.of("node", joining)))
                .toList();
    }
}
