package io.presencemedic.diagnosis;

import io.presencemedic.database.Retention;
import io.presencemedic.job.NeededJobs;
import io.presencemedic.job.OldJobs;
import io.presencemedic.runbook.RunbookName;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** How long diagnoses are kept; a cluster's last one is, always: its status is read from it. */
@Singleton
final class DiagnosisRetention implements NeededJobs {
    private static final String MADE_LONG_AGO = "j.runbook = '" + RunbookName.DIAGNOSIS + "'"
            + " and j.id is distinct from (select d.id from diagnosis d where d.cluster = j.cluster order by d.id desc limit 1)";

    @Override
    public String condition() {
        return "j.runbook = '" + RunbookName.DIAGNOSIS + "'";
    }

    @Produces
    @Singleton
    static Retention diagnoses(DiagnosisConfig config) {
        return new Retention("diagnoses", config.retention(), OldJobs.removal(MADE_LONG_AGO), List.of("diagnosis"));
    }
}
