package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;

/** The Intercluster Sync Agent does not start although high availability is off: known defects (D5.2). */
final class InterclusterSyncAgentDefect implements Rule {
    @Override
    public Ruling look(Picture facts) {
        return Ruling.of(InterclusterSyncAgent.down(facts, true)
                .map(found -> InterclusterSyncAgent.draft(
                        found,
                        DocumentRef.D5_2,
                        "High availability is off and does not hold it back; if one more start fails, it is a known"
                                + " defect and a case for TAC.")));
    }
}
