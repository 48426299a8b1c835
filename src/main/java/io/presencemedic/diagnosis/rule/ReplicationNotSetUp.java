package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.ReplicationNode;
import io.presencemedic.cisco.ReplicationState;
import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Fact;
import io.presencemedic.diagnosis.Finding;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import io.presencemedic.diagnosis.Undetermined;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Database replication is not (2) everywhere. */
final class ReplicationNotSetUp implements Rule {
    @Override
    public Verdict look(ClusterFacts facts) {
        List<Fact.Known<ReplicationState>> answers = facts.known(Topic.REPLICATION);
        List<Undetermined> missing = answers.stream()
                .filter(fact -> !fact.value().complete() && fact.value().servicesRunning())
                .map(fact -> new Undetermined(
                        fact.heard().node(),
                        Topic.REPLICATION.name(),
                        "The table does not hold all the nodes that it announces."))
                .toList();
        return new Verdict(finding(answers).stream().toList(), missing);
    }

    private static Optional<Finding> finding(List<Fact.Known<ReplicationState>> answers) {
        Set<String> broken = new LinkedHashSet<>();
        Draft draft = Draft.of("REPLICATION_NOT_SET_UP", DocumentRef.C2, Severity.ERROR, summary(answers));
        for (Fact.Known<ReplicationState> answer : answers) {
            if (!answer.value().servicesRunning()) {
                broken.add("services");
                draft.evidence(answer.heard().evidence());
            }
            for (ReplicationNode node : answer.value().nodes()) {
                if (!node.setUp() && broken.add(node.name())) {
                    draft.evidence(answer.heard().evidence(node.name() + " "));
                }
            }
        }
        return broken.isEmpty() ? Optional.empty() : Optional.of(draft.finding());
    }

    private static String summary(List<Fact.Known<ReplicationState>> answers) {
        String nodes = answers.stream()
                .flatMap(fact -> fact.value().nodes().stream())
                .filter(node -> !node.setUp())
                .map(node -> node.name() + " ("
                        + (node.setup() == null ? "not set up" : "state " + node.setup())
                        + (node.reachable() ? "" : ", not reachable") + ")")
                .distinct()
                .collect(Collectors.joining(", "));
        return nodes.isEmpty()
                ? "Database services are not all running, so replication does not work."
                : "Database replication is not set up and connected on every node: " + nodes + ".";
    }
}
