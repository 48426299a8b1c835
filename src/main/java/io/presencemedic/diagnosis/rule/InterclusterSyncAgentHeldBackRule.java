package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Undetermined;
import java.util.List;

/** The Intercluster Sync Agent does not start, and high availability may hold it back (D5.1). */
final class InterclusterSyncAgentHeldBackRule implements Rule {
    private static final Undetermined STATE_MISSING = new Undetermined(
            null,
            FactKey.HIGH_AVAILABILITY.name(),
            "Without the state of high availability it cannot be told whether that holds the Intercluster Sync Agent back.");

    @Override
    public RuleResult look(RuleContext facts) {
        List<FindingDraft> drafts = InterclusterSyncAgentOutage.down(facts, false)
                .map(InterclusterSyncAgentHeldBackRule::draft)
                .toList();
        boolean missing =
                !drafts.isEmpty() && facts.known(FactKey.HIGH_AVAILABILITY).isEmpty();
        return new RuleResult(drafts, missing ? List.of(STATE_MISSING) : List.of());
    }

    private static FindingDraft draft(NodeOutage found) {
        return InterclusterSyncAgentOutage.draft(
                found,
                DocumentRef.D5_1,
                "High availability may hold it back: switch it off, start the service, switch it on again. If it still"
                        + " does not start, it is a known defect.");
    }
}
