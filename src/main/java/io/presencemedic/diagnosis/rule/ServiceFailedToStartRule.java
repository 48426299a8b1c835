package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.Severity;

/** Services are not running after a start (D1.6). */
final class ServiceFailedToStartRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return StoppedServiceFindings.of(
                facts,
                OutageCause.FAILED_TO_START,
                DocumentRef.D1_6,
                Severity.ERROR,
                "services are not running although they should",
                StoppedServiceFindings.START);
    }
}
