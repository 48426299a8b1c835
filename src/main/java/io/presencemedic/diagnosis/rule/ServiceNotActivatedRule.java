package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.RunbookName;

/** Feature services were never activated (D1.4). */
final class ServiceNotActivatedRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return StoppedServiceFindings.of(
                facts,
                OutageCause.NOT_ACTIVATED,
                DocumentRef.D1_4,
                Severity.WARNING,
                "feature services were never activated, so they cannot run",
                RunbookName.SERVICE_ACTIVATE);
    }
}
