package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Presence Engine runs on no node of a redundancy group, as after a node has joined it (variant of D6.2). */
final class PresenceEngineDownOnBothNodes implements Rule {
    static final String CODE = "PRESENCE_ENGINE_DOWN_ON_BOTH_NODES";

    @Override
    public Ruling look(Picture facts) {
        List<NodeAilment> down =
                NodeAilment.find(facts, Ailment.PRESENCE_ENGINE).toList();
        return Ruling.of(groups(facts, down).map(PresenceEngineDownOnBothNodes::draft));
    }

    private static Stream<List<NodeAilment>> groups(Picture facts, List<NodeAilment> down) {
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

    private static Draft draft(List<NodeAilment> down) {
        Draft draft = Draft.of(
                CODE,
                DocumentRef.D6_2,
                Severity.CRITICAL,
                down.stream()
                                .flatMap(found -> found.services().name().stream())
                                .collect(Collectors.collectingAndThen(
                                        Collectors.joining(" and "), PresenceEngineDownOnBothNodes::on))
                        + "Presence Engine does not run, so the group has none, as after a node has joined it: with high availability off,"
                        + " restart SIP Proxy and then Presence Engine, on the publisher first.");
        down.forEach(found -> draft.evidence(found.services().evidence(found.rows()))
                .on(found.services().name().stream().toList()));
        return draft.symptomOf(PresenceEngine.BOUND).runbook("presence-engine-outside-group");
    }

    private static String on(String nodes) {
        return nodes.isEmpty() ? "" : "On " + nodes + " ";
    }
}
