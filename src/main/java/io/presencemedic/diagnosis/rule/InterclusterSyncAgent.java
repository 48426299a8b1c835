package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DefectId;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.Severity;
import java.util.stream.Stream;

/** What the rules on the Intercluster Sync Agent have in common: high availability tells them apart (D5). */
final class InterclusterSyncAgent {
    private InterclusterSyncAgent() {}

    /** The nodes on which it does not start while high availability is off, or is not known to be. */
    static Stream<NodeAilment> down(Picture facts, boolean highAvailabilityOff) {
        RedundancyView groups = facts.groups();
        return NodeAilment.find(facts, Ailment.INTERCLUSTER_SYNC_AGENT)
                .filter(found -> groups.offFor(found.services().node()).orElse(false) == highAvailabilityOff);
    }

    static Draft draft(NodeAilment found, DocumentRef item, String words) {
        String start = "On " + found.node() + " the Intercluster Sync Agent does not start: " + found.listed() + ". ";
        return found.draft(item, Severity.ERROR, start + words)
                .runbook("intercluster-sync-agent-down")
                .defect(DefectId.INTERCLUSTER_SYNC_AGENT)
                .defect(DefectId.INTERCLUSTER_SYNC_AGENT_SECOND);
    }
}
