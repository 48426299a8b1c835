package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DefectId;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.RunbookName;
import java.util.stream.Stream;

/** What the rules on the Intercluster Sync Agent have in common: high availability tells them apart (D5). */
final class InterclusterSyncAgentOutage {
    private InterclusterSyncAgentOutage() {}

    /** The nodes on which it does not start while high availability is off, or is not known to be. */
    static Stream<NodeOutage> down(RuleContext facts, boolean highAvailabilityOff) {
        RedundancyView groups = facts.groups();
        return NodeOutage.find(facts, OutageCause.INTERCLUSTER_SYNC_AGENT)
                .filter(found -> groups.offFor(found.services().node()).orElse(false) == highAvailabilityOff);
    }

    static FindingDraft draft(NodeOutage found, DocumentRef item, String words) {
        String start = "On " + found.node() + " the Intercluster Sync Agent does not start: " + found.listed() + ". ";
        return found.draft(item, Severity.ERROR, start + words)
                .runbook(RunbookName.INTERCLUSTER_SYNC_AGENT_DOWN)
                .defect(DefectId.INTERCLUSTER_SYNC_AGENT)
                .defect(DefectId.INTERCLUSTER_SYNC_AGENT_SECOND);
    }
}
