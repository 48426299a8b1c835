package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.job.log.LeftSwitchedOff;
import io.presencemedic.job.log.LineHistory;
import org.junit.jupiter.api.Test;

/** Where CUCM's web service cannot tell whether high availability is on, the group's nodes are asked. */
@BesideTheService
class SecondWordTest {
    @Test
    void whatTheNodesSayToBeOnIsNotCalledLeftOff() {
        try (ModelJobs jobs = new ModelJobs("stuck-in-starting", link -> new SilencedAxl(link, true, true))) {
            JobHistory history = run(jobs, "services-stuck-in-starting");

            assertThat(history.state()).as("%s", history.failure()).isEqualTo(JobState.SUCCEEDED);
            assertThat(history.leftSwitchedOff()).isEmpty();
            assertThat(restoring(history).why()).contains("the nodes say", "is Normal");
        }
    }

    @Test
    void aChangeThatWasLostOnItsWayIsNotOwedOnceTheNodesSayThatItIsOn() {
        try (ModelJobs jobs =
                new ModelJobs("intercluster-sync-agent-blocked-by-ha", link -> new SilencedAxl(link, false, false))) {
            JobHistory history = run(jobs, "intercluster-sync-agent-down");

            assertThat(history.state()).isNotEqualTo(JobState.SUCCEEDED);
            assertThat(RecoverRules.off(jobs)).isEmpty();
            assertThat(history.leftSwitchedOff()).isEmpty();
        }
    }

    @Test
    void whatNobodyCanProveToBeOnStaysOwed() {
        try (ModelJobs jobs = new ModelJobs("stuck-in-starting", link -> new SilencedAxl(link, false, true))) {
            JobHistory history = run(jobs, "services-stuck-in-starting");

            assertThat(history.leftSwitchedOff())
                    .extracting(LeftSwitchedOff::subject)
                    .contains("DefaultCUPSubcluster");
        }
    }

    private static JobHistory run(ModelJobs jobs, String runbook) {
        return jobs.job(runbook, JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE)
                .runToTheEnd();
    }

    private static LineHistory restoring(JobHistory history) {
        return history.lines().stream()
                .filter(line -> line.step().equals("high-availability-enable"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
