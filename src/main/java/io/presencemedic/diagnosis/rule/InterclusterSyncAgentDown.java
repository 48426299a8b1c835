package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DefectId;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Fact;
import io.presencemedic.diagnosis.Finding;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import io.presencemedic.diagnosis.Undetermined;
import java.util.List;
import java.util.Optional;

/** The Intercluster Sync Agent does not start: held back by high availability, or a known defect (D5). */
final class InterclusterSyncAgentDown implements Rule {
    @Override
    public Verdict look(ClusterFacts facts) {
        List<NodeAilment> down =
                NodeAilment.find(facts, Ailment.INTERCLUSTER_SYNC_AGENT).toList();
        List<Fact.Known<HighAvailability>> answers = facts.known(Topic.HIGH_AVAILABILITY);
        List<Undetermined> missing = down.isEmpty() || !answers.isEmpty()
                ? List.of()
                : List.of(
                        new Undetermined(
                                null,
                                Topic.HIGH_AVAILABILITY.name(),
                                "Without the state of high availability it cannot be told whether that holds the Intercluster Sync Agent back."));
        return new Verdict(
                down.stream().map(found -> finding(found, off(answers))).toList(), missing);
    }

    private static Optional<Boolean> off(List<Fact.Known<HighAvailability>> answers) {
        return answers.stream()
                .map(answer -> answer.value().enabled())
                .flatMap(Optional::stream)
                .map(enabled -> !enabled)
                .findFirst();
    }

    private static Finding finding(NodeAilment found, Optional<Boolean> highAvailabilityOff) {
        String start = "On " + found.node() + " the Intercluster Sync Agent does not start: " + found.listed() + ". ";
        if (highAvailabilityOff.equals(Optional.of(true))) {
            return draft(
                    found,
                    DocumentRef.D5_2,
                    start
                            + "High availability is off and does not hold it back; it is a known defect or a case for TAC.");
        }
        return draft(
                found,
                DocumentRef.D5_1,
                start
                        + "High availability may hold it back: switch it off, start the service, switch it on again. If it"
                        + " still does not start, it is a known defect.");
    }

    private static Finding draft(NodeAilment found, DocumentRef item, String summary) {
        return Draft.of("INTERCLUSTER_SYNC_AGENT_DOWN", item, Severity.ERROR, summary)
                .evidence(found.services().evidence(found.rows()))
                .runbook("intercluster-sync-agent-down")
                .defect(DefectId.INTERCLUSTER_SYNC_AGENT)
                .defect(DefectId.INTERCLUSTER_SYNC_AGENT_SECOND)
                .finding();
    }
}
