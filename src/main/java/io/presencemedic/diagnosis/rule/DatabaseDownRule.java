package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.RunbookName;
import java.util.List;

/** The database of an IM and Presence node does not run, and with it nearly nothing does (D4). */
final class DatabaseDownRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(NodeOutage.find(facts, OutageCause.DATABASE).map(DatabaseDownRule::draft));
    }

    private static FindingDraft draft(NodeOutage down) {
        List<ServiceStatus> symptoms = down.besides(List.of(OutageCauses.DATABASE));
        String summary = "On " + down.node() + " the database does not run: "
                + NodeOutage.listed(down.among(List.of(OutageCauses.DATABASE))) + "." + down.waiting(symptoms);
        return down.draft(DocumentRef.D4, Severity.CRITICAL, summary, symptoms).runbook(RunbookName.DATABASE_DOWN);
    }
}
