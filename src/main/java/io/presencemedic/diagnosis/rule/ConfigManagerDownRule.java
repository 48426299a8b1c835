package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DefectId;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.RunbookName;
import java.util.List;

/** XCP Config Manager does not run while XCP Router does: what clients connect to stays stopped (G1). */
final class ConfigManagerDownRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(NodeOutage.find(facts, OutageCause.CONFIG_MANAGER).map(ConfigManagerDownRule::draft));
    }

    private static FindingDraft draft(NodeOutage down) {
        List<ServiceStatus> symptoms = down.besides(List.of(OutageCauses.CONFIG_MANAGER));
        String summary = "On " + down.node() + " XCP Config Manager does not run although XCP Router does: "
                + NodeOutage.listed(down.among(List.of(OutageCauses.CONFIG_MANAGER)))
                + ". Check replication, then restart it with high availability off; the log xcpconfigmgr says why it fails."
                + down.waiting(symptoms);
        return down.draft(DocumentRef.G1, Severity.CRITICAL, summary, symptoms)
                .defect(DefectId.CONFIG_MANAGER_KEYS)
                .runbook(RunbookName.XCP_CONFIG_MANAGER_DOWN);
    }
}
