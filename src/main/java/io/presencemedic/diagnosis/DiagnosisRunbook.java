package io.presencemedic.diagnosis;

import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.runbook.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Finds out what is wrong with a cluster (D1.3). Only reads, so that it may run beside a job that repairs. */
@ApplicationScoped
class DiagnosisRunbook implements Runbook {
    private final Diagnoses diagnoses;
    private final DiagnosisConfig config;
    private final Clock clock;

    DiagnosisRunbook(Diagnoses diagnoses, DiagnosisConfig config, Clock clock) {
        this.diagnoses = diagnoses;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public RunbookCard card() {
        return RunbookCard.named(RunbookName.DIAGNOSIS)
                .title("Finds out what is wrong with a cluster, with the evidence and the runbook that remedies it")
                .document(List.of("D1.3"))
                .changes(false)
                .risk(RunbookCard.Risk.LOW)
                .disruption("None: it only reads")
                .requiresApproval(false)
                .parameters(ParameterSchema.none())
                .build();
    }

    @Override
    public Plan plan(Scope scope) {
        return Plan.builder()
                .then(new DiagnoseCluster(scope.cluster().id(), config.deadline(), diagnoses, clock))
                .build();
    }
}
