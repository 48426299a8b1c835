package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.Topic;
import io.presencemedic.diagnosis.Undetermined;
import java.util.List;

/** The Intercluster Sync Agent does not start, and high availability may hold it back (D5.1). */
final class InterclusterSyncAgentHeldBack implements Rule {
    private static final Undetermined STATE_MISSING = new Undetermined(
            null,
            Topic.HIGH_AVAILABILITY.name(),
            "Without the state of high availability it cannot be told whether that holds the Intercluster Sync Agent back.");

    @Override
    public Ruling look(Picture facts) {
        List<Draft> drafts = InterclusterSyncAgent.down(facts, false)
                .map(InterclusterSyncAgentHeldBack::draft)
                .toList();
        boolean missing =
                !drafts.isEmpty() && facts.known(Topic.HIGH_AVAILABILITY).isEmpty();
        return new Ruling(drafts, missing ? List.of(STATE_MISSING) : List.of());
    }

    private static Draft draft(NodeAilment found) {
        return InterclusterSyncAgent.draft(
                found,
                DocumentRef.D5_1,
                "High availability may hold it back: switch it off, start the service, switch it on again. If it still"
                        + " does not start, it is a known defect.");
    }
}
