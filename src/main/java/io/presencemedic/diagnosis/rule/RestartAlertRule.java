package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.LogMessages;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.List;

/**
 * The alert that every restart raises, and that proves nothing (D1.2). Where services are down, those are told instead.
 */
final class RestartAlertRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        List<NodeServiceStates> lists = facts.services();
        boolean down = lists.stream().anyMatch(services -> !services.causes().isEmpty());
        return RuleResult.of(facts.known(FactKey.REMARKS).stream()
                .filter(fact -> !down && says(fact))
                .map(fact -> draft(fact, lists)));
    }

    private static boolean says(Fact.Known<LogMessages> fact) {
        return fact.value().lines().stream().anyMatch(line -> LogMessages.says(line, LogMessages.REPLICATION_ALERT));
    }

    private static FindingDraft draft(Fact.Known<LogMessages> fact, List<NodeServiceStates> lists) {
        boolean allStarted = !lists.isEmpty() && lists.stream().allMatch(NodeServiceStates::complete);
        return FindingDraft.of(
                        "REPLICATION_ALERT",
                        DocumentRef.D1_2,
                        Severity.INFO,
                        "Every restart of a node raises the Data Monitor's alert; it does not prove that anything is stuck. "
                                + (allStarted
                                        ? "All services are started, so it can be acknowledged."
                                        : "\"utils service list\" tells whether anything is."))
                .evidence(fact.heard().evidence(LogMessages.REPLICATION_ALERT));
    }
}
