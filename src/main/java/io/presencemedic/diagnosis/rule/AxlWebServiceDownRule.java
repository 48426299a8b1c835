package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.StopReason;
import io.presencemedic.diagnosis.fact.Severity;

/** Cisco AXL Web Service does not run on CUCM's publisher (D7.2). */
final class AxlWebServiceDownRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(NodeOutage.find(facts, OutageCause.AXL_WEB_SERVICE).map(AxlWebServiceDownRule::draft));
    }

    private static FindingDraft draft(NodeOutage found) {
        ServiceStatus row = found.rows().get(0);
        boolean activated = row.reason() != StopReason.NOT_ACTIVATED;
        return found.draft(
                        DocumentRef.D7_2,
                        Severity.ERROR,
                        "On " + found.node() + " " + found.listed()
                                + " does not run, so IM and Presence gets no data from" + " CUCM. "
                                + (activated ? "Start it." : "It was never activated; activate it."))
                .everywhere()
                .runbook(activated ? SyncAgentDownRule.RUNBOOK : "service-activate");
    }
}
