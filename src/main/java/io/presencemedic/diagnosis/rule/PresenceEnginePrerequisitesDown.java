package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceOrder;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.diagnosis.Severity;
import java.util.List;

/** Presence Engine does not run because services that it needs do not (D6.1). */
final class PresenceEnginePrerequisitesDown implements Rule {
    @Override
    public Ruling look(Picture facts) {
        return Ruling.of(NodeAilment.find(facts, Ailment.PREREQUISITES).map(PresenceEnginePrerequisitesDown::draft));
    }

    private static Draft draft(NodeAilment down) {
        List<ServiceName> needed = ServiceOrder.PRESENCE_ENGINE_PREREQUISITES;
        List<ServiceStatus> symptoms = down.besides(needed);
        String summary = "On " + down.node() + " Presence Engine does not run because services that it needs do not: "
                + NodeAilment.listed(down.among(needed)) + ". Start those first." + down.waiting(symptoms);
        return down.draft(DocumentRef.D6_1, Severity.ERROR, summary, symptoms).runbook("presence-engine-prerequisites");
    }
}
