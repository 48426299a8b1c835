package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DefectId;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Fact;
import io.presencemedic.diagnosis.Finding;
import io.presencemedic.diagnosis.Remarks;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import java.util.List;
import java.util.stream.Stream;

/** An alert that proves nothing (D1.2), and a trace that names a defect (C11). */
final class TellingRemarks implements Rule {
    @Override
    public Verdict look(ClusterFacts facts) {
        return Verdict.of(
                facts.known(Topic.REMARKS).stream().flatMap(fact -> Stream.concat(alert(facts, fact), keys(fact))));
    }

    /** Where services are down, those are told instead. */
    private static Stream<Finding> alert(ClusterFacts facts, Fact.Known<Remarks> fact) {
        List<NodeServices> lists = NodeServices.of(facts);
        boolean raised = says(fact, Remarks.REPLICATION_ALERT);
        if (!raised
                || lists.stream().anyMatch(services -> !Ailments.of(services).isEmpty())) {
            return Stream.empty();
        }
        boolean allStarted = !lists.isEmpty() && lists.stream().allMatch(NodeServices::complete);
        return Stream.of(Draft.of(
                        "REPLICATION_ALERT",
                        DocumentRef.D1_2,
                        Severity.INFO,
                        "Every restart of a node raises the Data Monitor's alert; it does not prove that anything is stuck. "
                                + (allStarted
                                        ? "All services are started, so it can be acknowledged."
                                        : "\"utils service list\" tells whether anything is."))
                .evidence(fact.heard().evidence(Remarks.REPLICATION_ALERT))
                .finding());
    }

    private static Stream<Finding> keys(Fact.Known<Remarks> fact) {
        String words = says(fact, Remarks.BAD_PADDING) ? Remarks.BAD_PADDING : Remarks.OLD_KEYS;
        return says(fact, words)
                ? Stream.of(Draft.of(
                                "CONFIG_MANAGER_KEYS",
                                DocumentRef.C11,
                                Severity.ERROR,
                                "XCP Config Manager cannot read its old keys, which is a known defect. Open a TAC case.")
                        .evidence(fact.heard().evidence(words))
                        .defect(DefectId.CONFIG_MANAGER_KEYS)
                        .finding())
                : Stream.empty();
    }

    private static boolean says(Fact.Known<Remarks> fact, String words) {
        return fact.value().lines().stream().anyMatch(line -> Remarks.says(line, words));
    }
}
