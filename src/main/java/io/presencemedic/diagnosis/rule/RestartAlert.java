package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.Fact;
import io.presencemedic.diagnosis.Remarks;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import java.util.List;

/**
 * The alert that every restart raises, and that proves nothing (D1.2). Where services are down, those are told instead.
 */
final class RestartAlert implements Rule {
    @Override
    public Ruling look(Picture facts) {
        List<NodeServices> lists = facts.services();
        boolean down = lists.stream().anyMatch(services -> !services.ailments().isEmpty());
        return Ruling.of(facts.known(Topic.REMARKS).stream()
                .filter(fact -> !down && says(fact))
                .map(fact -> draft(fact, lists)));
    }

    private static boolean says(Fact.Known<Remarks> fact) {
        return fact.value().lines().stream().anyMatch(line -> Remarks.says(line, Remarks.REPLICATION_ALERT));
    }

    private static Draft draft(Fact.Known<Remarks> fact, List<NodeServices> lists) {
        boolean allStarted = !lists.isEmpty() && lists.stream().allMatch(NodeServices::complete);
        return Draft.of(
                        "REPLICATION_ALERT",
                        DocumentRef.D1_2,
                        Severity.INFO,
                        "Every restart of a node raises the Data Monitor's alert; it does not prove that anything is stuck. "
                                + (allStarted
                                        ? "All services are started, so it can be acknowledged."
                                        : "\"utils service list\" tells whether anything is."))
                .evidence(fact.heard().evidence(Remarks.REPLICATION_ALERT));
    }
}
