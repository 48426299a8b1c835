package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.JobTarget;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D4 is about the database; a replicator that is stopped beside one that runs is started (D1.5). */
@BesideTheService
class ReplicatorStoppedTest {
    private static final String REPLICATOR = "A Cisco DB Replicator";

    @ParameterizedTest
    @ValueSource(strings = {"stopped-services-start", "recover"})
    void aReplicatorThatIsStoppedBesideARunningDatabaseIsStarted(String runbook) {
        try (ModelJobs jobs = new ModelJobs("healthy")) {
            jobs.link.tell(world -> world.services().stop("imp-sub", REPLICATOR));
            jobs.link.clock().leap(Duration.ofMinutes(1));
            JobHistory history = jobs.answered(
                    jobs.job(runbook, JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE), true);

            assertThat(history.state()).as("%s", history.failure()).isEqualTo(JobState.SUCCEEDED);
            boolean runs = jobs.link.model().ask(world -> world.node("imp-sub").runs(REPLICATOR));
            assertThat(runs).isTrue();
        }
    }
}
