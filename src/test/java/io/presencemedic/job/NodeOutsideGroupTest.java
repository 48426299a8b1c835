package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobTarget;
import org.junit.jupiter.api.Test;

/** Which of several groups a node that is in none belongs to is known to a person only (D6.2). */
@BesideTheService
class NodeOutsideGroupTest {
    @Test
    void recoverDoesNotGuessWhichOfTwoGroupsTheNodeBelongsTo() {
        try (ModelJobs jobs = ModelJobs.onTwoGroups()) {
            jobs.link.tell(world -> world.groups().forEach(group -> {
                world.configureHighAvailability(group, false);
                world.membership().second(group, null);
            }));
            JobHistory history = jobs.answered(
                    jobs.job("recover", JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE), true);

            JobFailure failure = history.failure().orElseThrow();
            assertThat(failure.code()).isEqualTo("NODE_OUTSIDE_REDUNDANCY_GROUP");
            assertThat(failure.findings()).anySatisfy(finding -> assertThat(finding.summary())
                    .contains("DefaultCUPSubcluster", "BranchSubcluster"));
            assertThat(jobs.changes()).isEmpty();
        }
    }
}
