package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DefectId;
import io.presencemedic.cisco.DocumentRef;

/** Presence Engine does not run on version 12.5, which very likely is a known defect (D6.5). */
final class PresenceEngineDefectRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(PresenceEngineOutage.down(facts, true).map(found -> PresenceEngineOutage.draft(
                        found,
                        DocumentRef.D6_5,
                        " On version 12.5 a known defect is very likely where its runbook does not help.")
                .defect(DefectId.PRESENCE_ENGINE)));
    }
}
