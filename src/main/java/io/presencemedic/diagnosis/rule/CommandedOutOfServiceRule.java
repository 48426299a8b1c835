package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.Severity;

/** Services were commanded out of service and not started again (D1.5). */
final class CommandedOutOfServiceRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return StoppedServiceFindings.of(
                facts,
                OutageCause.COMMANDED_OUT,
                DocumentRef.D1_5,
                Severity.ERROR,
                "services were commanded out of service and not started again",
                StoppedServiceFindings.START);
    }
}
