package io.presencemedic.recovery;

import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.runbook.Scope;
import io.presencemedic.runbook.catalog.RunbookCatalog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Does what a good engineer does with the document: diagnoses, takes up the procedures in the document's own order,
 * looks again after each, and stops where the document says that persons have to go on.
 */
@ApplicationScoped
class RecoverRunbook implements Runbook {
    private final Diagnoser diagnoser;
    private final RunbookCatalog catalog;
    private final RunbookConfig config;

    RecoverRunbook(Diagnoser diagnoser, RunbookCatalog catalog, RunbookConfig config) {
        this.diagnoser = diagnoser;
        this.catalog = catalog;
        this.config = config;
    }

    @Override
    public RunbookCard card() {
        return RunbookCard.named(RunbookName.RECOVER)
                .title(
                        "Diagnoses the cluster and runs the documented procedures that it needs, in the document's order, until it is healthy or only persons can go on")
                .document(List.of("D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8"))
                .changes(true)
                .risk(RunbookCard.Risk.HIGH)
                .disruption(
                        "That of the procedures that it runs; each of them says so. No failover of a group while one of them has its high availability off")
                .requiresApproval(true)
                .parameters(RecoveryOptions.schema())
                .build();
    }

    @Override
    public Plan plan(Scope scope) {
        return Plan.builder()
                .then(new DiagnoseStep(
                        scope.cluster(), diagnoser, catalog::find, RecoveryOptions.of(scope.parameters()), config))
                .build();
    }
}
