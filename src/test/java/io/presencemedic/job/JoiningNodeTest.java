package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.BesideTheService;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.job.log.LeftSwitchedOff;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.simulator.model.SimulatedGroup;
import org.junit.jupiter.api.Test;

/** High availability is left as it was asked for once a node has joined its group and its engine runs (D6.2). */
@BesideTheService
class JoiningNodeTest {
    @Test
    void highAvailabilityIsSwitchedOnWhereThatIsOrderedAlsoIfTheEngineStartsByItself() {
        try (ModelJobs jobs = new ModelJobs("presence-engine-outside-group")) {
            JobHistory history = join(jobs, "ENABLE");

            assertThat(history.state()).as("%s", history.failure()).isEqualTo(JobState.SUCCEEDED);
            assertThat(jobs.changes()).hasSize(2);
            assertThat(isOn(jobs)).isTrue();
        }
    }

    @Test
    void highAvailabilityOfAGroupOfOneIsLeftOffWhereThatIsOrdered() {
        try (ModelJobs jobs = new ModelJobs("presence-engine-outside-group-keeps-ha")) {
            JobHistory history = join(jobs, "LEAVE_OFF");

            assertThat(history.state()).as("%s", history.failure()).isEqualTo(JobState.SUCCEEDED);
            assertThat(isOn(jobs)).isFalse();
            assertThat(history.leftSwitchedOff())
                    .extracting(LeftSwitchedOff::subject)
                    .containsExactly("DefaultCUPSubcluster");
        }
    }

    private static JobHistory join(ModelJobs jobs, String highAvailability) {
        ObjectNode parameters = SimulatedJobs.noParameters().put("highAvailability", highAvailability);
        return jobs.job(RunbookName.PRESENCE_ENGINE_OUTSIDE_GROUP.text(), JobTarget.NONE, parameters, JobMode.EXECUTE)
                .runToTheEnd();
    }

    private static boolean isOn(ModelJobs jobs) {
        return jobs.link.model().ask(world -> world.groups().stream().allMatch(SimulatedGroup::configured));
    }
}
