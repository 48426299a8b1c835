package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** An IM and Presence node is in no redundancy group, so Presence Engine cannot run there (D6.2). */
final class NodeOutsideGroup implements Rule {
    static final String CODE = "NODE_OUTSIDE_REDUNDANCY_GROUP";

    @Override
    public Ruling look(Picture facts) {
        RedundancyView groups = facts.groups();
        Set<String> outside = outside(facts);
        return Ruling.of(outside.isEmpty() ? Stream.empty() : Stream.of(draft(facts, groups, outside)));
    }

    /** As sentences name them. */
    static Set<String> outside(Picture facts) {
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
    private static Stream<String> presenceNodes(Picture facts) {
        return facts.known(Topic.NETWORK_CLUSTER).stream()
                .flatMap(fact -> fact.value().nodes().stream())
                .filter(ClusterNode::presence)
                .map(ClusterNode::name);
    }

    private static Draft draft(Picture facts, RedundancyView groups, Set<String> outside) {
        boolean engineDown = NodeAilment.find(facts, Ailment.PRESENCE_ENGINE)
                .anyMatch(found -> found.services().name().isEmpty() || outside.contains(found.node()));
        Draft draft = Draft.of(
                CODE,
                DocumentRef.D6_2,
                engineDown ? Severity.ERROR : Severity.WARNING,
                String.join(", ", outside)
                        + " is in no presence redundancy group, so Presence Engine cannot run there. Add it to the group.");
        facts.known(Topic.HIGH_AVAILABILITY)
                .forEach(fact -> draft.evidence(fact.heard().evidence()));
        if (groups.groups().isEmpty()) {
            groups.configured()
                    .forEach(group -> draft.evidence(group.fact().heard().evidence()));
        }
        return draft.on(outside).runbook("presence-engine-outside-group");
    }
}
