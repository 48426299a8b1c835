package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.RunbookName;
import java.util.List;

/** Presence Engine does not run because services that it needs do not (D6.1). */
final class PresenceEnginePrerequisitesDownRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(
                NodeOutage.find(facts, OutageCause.PREREQUISITES).map(PresenceEnginePrerequisitesDownRule::draft));
    }

    private static FindingDraft draft(NodeOutage down) {
        List<ServiceName> needed = ServiceOrder.PRESENCE_ENGINE_PREREQUISITES;
        List<ServiceStatus> symptoms = down.besides(needed);
        String summary = "On " + down.node() + " Presence Engine does not run because services that it needs do not: "
                + NodeOutage.listed(down.among(needed)) + ". Start those first." + down.waiting(symptoms);
        return down.draft(DocumentRef.D6_1, Severity.ERROR, summary, symptoms)
                .runbook(RunbookName.PRESENCE_ENGINE_PREREQUISITES);
    }
}
