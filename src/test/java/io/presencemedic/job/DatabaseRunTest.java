package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobTarget;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The databases of both nodes are down (D4). */
@BesideTheService
class DatabaseRunTest {
    /** {@code recover} comes to the same by way of all that it tries besides, for an hour of the model's clock. */
    static List<String> runbooks() {
        return Thorough.ALL ? List.of("database-down", "recover") : List.of("database-down");
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void aDatabaseThatCannotBeStartedDoesNotKeepTheOthersDown(String runbook) {
        try (ModelJobs jobs = new ModelJobs("database-broken-on-publisher+database-down")) {
            JobHistory history = jobs.answered(
                    jobs.job(runbook, JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE), true);

            boolean runs = jobs.link.model().ask(world -> world.node("imp-sub").runs("A Cisco DB"));
            assertThat(runs).isTrue();
            JobFailure failure = history.failure().orElseThrow();
            assertThat(failure.evidence()).isEqualTo("E-DATABASE");
            if (runbook.equals("database-down")) {
                assertThat(failure.code()).isEqualTo("DATABASE_NOT_STARTED");
                assertThat(failure.detail()).contains("imp-pub").doesNotContain("imp-sub");
            }
            RecoverRules.assertHeld(jobs, history);
        }
    }
}
