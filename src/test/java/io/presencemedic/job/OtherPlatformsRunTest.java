package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.cisco.soap.ListPresenceRedundancyGroup;
import io.presencemedic.cisco.soap.SetHighAvailability;
import io.presencemedic.cluster.Node;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.link.LinkException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recover on platforms that behave in another way where no document says how. */
@BesideTheService
class OtherPlatformsRunTest {
    private static JobHistory recover(ModelJobs jobs) {
        return jobs.answered(jobs.job("recover", JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE), true);
    }

    /** Somebody has switched high availability on all the same. */
    private static void switchOn(ModelJobs jobs) throws LinkException {
        Node publisher = jobs.link.cluster().node("cucm-pub").orElseThrow();
        String group = jobs.link
                .call(publisher, new ListPresenceRedundancyGroup())
                .get(0)
                .uuid();
        jobs.link.call(publisher, new SetHighAvailability(group, true));
        jobs.link.clock().leap(Duration.ofMinutes(20));
    }

    @Test
    void aLoneInterclusterSyncAgentThatStaysStartingIsStartedWithHighAvailabilityOff() {
        try (ModelJobs jobs = new ModelJobs("intercluster-sync-agent-stays-starting")) {
            JobHistory history = recover(jobs);

            assertThat(history.state()).as(String.valueOf(history.failure())).isEqualTo(JobState.SUCCEEDED);
            assertThat(jobs.changes().get(0)).endsWith("haEnabled=false");
        }
    }

    @Test
    void aConfigManagerThatStaysStartingAfterItsRestartIsFreedByTheMonitors() {
        try (ModelJobs jobs = new ModelJobs("config-manager-stays-starting")) {
            JobHistory history = recover(jobs);

            assertThat(history.state()).as(String.valueOf(history.failure())).isEqualTo(JobState.SUCCEEDED);
            assertThat(jobs.changes())
                    .contains("imp-pub set replication-sync monitor disable")
                    .filteredOn(change -> change.contains("restart"))
                    .hasSize(1);
        }
    }

    @Test
    void aGroupOfOneWithHighAvailabilityOnHasItOffWhileItsSecondNodeJoins() {
        try (ModelJobs jobs = new ModelJobs("presence-engine-outside-group-keeps-ha")) {
            JobHistory history = recover(jobs);

            assertThat(history.state()).as(String.valueOf(history.failure())).isEqualTo(JobState.SUCCEEDED);
            List<String> changes = jobs.changes();
            assertThat(changes.get(0)).endsWith("haEnabled=false");
            assertThat(changes.get(1)).contains("server2=");
            assertThat(changes.get(changes.size() - 1)).endsWith("haEnabled=true");
        }
    }

    @Test
    void servicesThatReplicationHoldsBackAreLeftToPersonsWhileHighAvailabilityIsOn() throws LinkException {
        try (ModelJobs jobs = new ModelJobs("starting-for-replication")) {
            switchOn(jobs);
            JobHistory history = recover(jobs);

            assertThat(history.state()).isEqualTo(JobState.NEEDS_ATTENTION);
            assertThat(jobs.changes()).hasSize(1);
            assertThat(history.leftSwitchedOff()).isEmpty();
            assertThat(history.failure().orElseThrow().findings())
                    .extracting("code")
                    .contains("REPLICATION_NOT_SET_UP");
        }
    }
}
