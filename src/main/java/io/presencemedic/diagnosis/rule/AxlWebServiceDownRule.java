package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.service.StopReason;
import io.presencemedic.diagnosis.fact.Remedy;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.RunbookName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cisco AXL Web Service does not run on CUCM's publisher (D7.2). */
final class AxlWebServiceDownRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(NodeOutage.find(facts, OutageCause.AXL_WEB_SERVICE).map(found -> draft(facts, found)));
    }

    private static FindingDraft draft(RuleContext facts, NodeOutage found) {
        ServiceStatus row = found.rows().get(0);
        boolean activated = row.reason() != StopReason.NOT_ACTIVATED;
        return found.draft(
                        DocumentRef.D7_2,
                        Severity.ERROR,
                        "On " + found.node() + " " + found.listed()
                                + " does not run, so IM and Presence gets no data from" + " CUCM. "
                                + (activated ? "Start it." : "It was never activated; activate it."))
                .everywhere()
                .runbook(activated ? SyncAgentDownRule.RUNBOOK : RunbookName.SERVICE_ACTIVATE)
                .remedies(remedies(facts, found, activated));
    }

    /** The checklist starts it where the Sync Agent is down; else it is started by itself. */
    private static List<Remedy> remedies(RuleContext facts, NodeOutage found, boolean activated) {
        RemedyTargets targets = new RemedyTargets(facts);
        List<Remedy> remedies = new ArrayList<>();
        if (activated) {
            targets.nodesWithoutSyncAgent()
                    .forEach(node -> remedies.add(Remedy.onNode(SyncAgentDownRule.RUNBOOK, node, Map.of())));
        }
        remedies.addAll(targets.onNodes(
                activated ? RunbookName.SERVICE_START : RunbookName.SERVICE_ACTIVATE,
                found.services().name().stream().toList(),
                List.of(OutageCauses.AXL_WEB_SERVICE.value())));
        return remedies;
    }
}
