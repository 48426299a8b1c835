package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The databases of both nodes are down (D4). */
@BesideTheService
class DatabaseRunTest {
    @ParameterizedTest
    @ValueSource(strings = {"database-down", "recover"})
    void aDatabaseThatCannotBeStartedDoesNotKeepTheOthersDown(String runbook) {
        try (ModelJobs jobs = new ModelJobs("database-broken-on-publisher+database-down")) {
            JobHistory history = run(jobs, runbook);

            boolean runs = jobs.link.model().ask(world -> world.node("imp-sub").runs("A Cisco DB"));
            assertThat(runs).isTrue();
            JobFailure failure = history.failure().orElseThrow();
            assertThat(failure.evidence()).isEqualTo("E-DATABASE");
            RecoverRules.assertHeld(jobs, history);
        }
    }

    @Test
    void whatStaysDownFailsTheProcedureByName() {
        try (ModelJobs jobs = new ModelJobs("database-broken-on-publisher+database-down")) {
            JobFailure failure = run(jobs, "database-down").failure().orElseThrow();

            assertThat(failure.code()).isEqualTo("DATABASE_NOT_STARTED");
            assertThat(failure.detail()).contains("imp-pub").doesNotContain("imp-sub");
        }
    }

    private static JobHistory run(ModelJobs jobs, String runbook) {
        return jobs.answered(jobs.job(runbook, JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE), true);
    }
}
