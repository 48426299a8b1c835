package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.Severity;

/** Services are not started, and the list does not say why (D1.3). */
final class ServiceNotStartedRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return StoppedServiceFindings.of(
                facts,
                OutageCause.UNEXPLAINED,
                DocumentRef.D1_3,
                Severity.WARNING,
                "services that should run are not started",
                StoppedServiceFindings.START);
    }
}
