package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobTarget;
import org.junit.jupiter.api.Test;

/** A node that a person has taken out of service stays out until that person has it back (F1, F4). */
@BesideTheService
class MovedByHandTest {
    private static final String SCENARIO = "ha-idle+intercluster-sync-agent-blocked-by-ha";

    @Test
    void theInterclusterSyncAgentsProcedurePointsAtTheFallbackAndChangesNothing() {
        try (ModelJobs jobs = new ModelJobs(SCENARIO)) {
            JobHistory history = run(jobs, "intercluster-sync-agent-down");

            JobFailure failure = history.failure().orElseThrow();
            assertThat(failure.code()).isEqualTo("HA_MOVED_BY_HAND");
            assertThat(failure.detail()).contains("high-availability-fallback");
            assertThat(jobs.changes()).isEmpty();
        }
    }

    @Test
    void recoverDoesNotUndoWhatAPersonHasMoved() {
        try (ModelJobs jobs = new ModelJobs(SCENARIO)) {
            JobHistory history = run(jobs, "recover");

            assertThat(history.failure().orElseThrow().code()).isEqualTo("INTERCLUSTER_SYNC_AGENT_DOWN");
            assertThat(history.failure().orElseThrow().attempts())
                    .anySatisfy(attempt -> assertThat(attempt.code()).isEqualTo("HA_MOVED_BY_HAND"));
            assertThat(jobs.changes()).isEmpty();
            assertThat(HighAvailabilityTableTest.state(jobs)).isEqualTo("Running in Backup Mode, Idle");
        }
    }

    private static JobHistory run(ModelJobs jobs, String runbook) {
        return jobs.answered(jobs.job(runbook, JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE), true);
    }
}
