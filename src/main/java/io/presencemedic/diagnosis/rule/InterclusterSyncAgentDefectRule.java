package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;

/** The Intercluster Sync Agent does not start although high availability is off: known defects (D5.2). */
final class InterclusterSyncAgentDefectRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(InterclusterSyncAgentOutage.down(facts, true)
                .map(found -> InterclusterSyncAgentOutage.draft(
                        found,
                        DocumentRef.D5_2,
                        "High availability is off and does not hold it back; if one more start fails, it is a known"
                                + " defect and a case for TAC.")));
    }
}
