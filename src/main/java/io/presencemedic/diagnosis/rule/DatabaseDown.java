package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.diagnosis.Severity;
import java.util.List;

/** The database of an IM and Presence node does not run, and with it nearly nothing does (D4). */
final class DatabaseDown implements Rule {
    @Override
    public Ruling look(Picture facts) {
        return Ruling.of(NodeAilment.find(facts, Ailment.DATABASE).map(DatabaseDown::draft));
    }

    private static Draft draft(NodeAilment down) {
        List<ServiceStatus> symptoms = down.besides(List.of(Ailments.DATABASE));
        String summary = "On " + down.node() + " the database does not run: "
                + NodeAilment.listed(down.among(List.of(Ailments.DATABASE))) + "." + down.waiting(symptoms);
        return down.draft(DocumentRef.D4, Severity.CRITICAL, summary, symptoms).runbook("database-down");
    }
}
