package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.StopReason;
import io.presencemedic.diagnosis.Severity;

/** Cisco AXL Web Service does not run on CUCM's publisher (D7.2). */
final class AxlWebServiceDown implements Rule {
    @Override
    public Ruling look(Picture facts) {
        return Ruling.of(NodeAilment.find(facts, Ailment.AXL_WEB_SERVICE).map(AxlWebServiceDown::draft));
    }

    private static Draft draft(NodeAilment found) {
        ServiceStatus row = found.rows().get(0);
        boolean activated = row.reason() != StopReason.NOT_ACTIVATED;
        return found.draft(
                        DocumentRef.D7_2,
                        Severity.ERROR,
                        "On " + found.node() + " " + found.listed()
                                + " does not run, so IM and Presence gets no data from" + " CUCM. "
                                + (activated ? "Start it." : "It was never activated; activate it."))
                .everywhere()
                .runbook(activated ? SyncAgentDown.RUNBOOK : "service-activate");
    }
}
