package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.Fault;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.JournalEntry;
import org.junit.jupiter.api.Test;

@BesideTheService
class BadLuckTest {
    @Test
    void aRefusedPasswordEndsTheJobAfterOneAttempt() throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs("stuck-in-starting+failover-after-a-day")) {
            jobs.simulator.faults().add(Fault.of(FaultKind.REFUSE_ACCOUNT).by(Channel.SSH));
            JobHistory history = repair(jobs);

            assertThat(history.state()).isEqualTo(JobState.FAILED);
            assertThat(history.failure().orElseThrow().code()).isEqualTo("LINK_NOT_AUTHENTICATED");
            assertThat(jobs.simulator.heard())
                    .filteredOn(heard -> heard.channel() == Channel.SSH)
                    .hasSizeLessThan(2);
        }
    }

    @Test
    void aChangedHostKeyIsRefusedBeforeAnythingIsSent() throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs("stuck-in-starting+failover-after-a-day")) {
            jobs.simulator.faults().add(Fault.of(FaultKind.CHANGE_HOST_KEY));
            JobHistory history = repair(jobs);

            assertThat(history.state()).isEqualTo(JobState.FAILED);
            assertThat(history.failure().orElseThrow().code()).isEqualTo("LINK_HOST_KEY_CHANGED");
            assertThat(jobs.simulator.heard()).noneMatch(heard -> heard.channel() == Channel.SSH);
        }
    }

    @Test
    void anAccountThatIsRefusedHalfWayLeavesNothingOffInSilence() throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs("stuck-in-starting+failover-after-a-day")) {
            MemoryJob job = job(jobs);
            job.log.afterAppend = n -> {
                var events = job.log.history().events();
                boolean firstChange = events.get(events.size() - 1).event() instanceof JobEvent.DidAct;
                if (firstChange && jobs.simulator.faults().all().isEmpty()) {
                    jobs.refuseAccounts();
                }
            };
            JobHistory history = job.runToTheEnd();

            assertThat(history.state()).isEqualTo(JobState.NEEDS_ATTENTION);
            assertThat(history.leftSwitchedOff()).isNotEmpty();
            assertThat(history.blocksCluster()).isTrue();
        }
    }

    @Test
    void aTroubledWebServiceIsTriedAgainWithoutAChangeMadeTwice() throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs("stuck-in-starting+failover-after-a-day")) {
            jobs.simulator.faults().add(Fault.of(FaultKind.DROP_AFTER).at("updatePresenceRedundancyGroup"));
            JobHistory history = repair(jobs);

            assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(jobs.simulator.heard())
                    .filteredOn(JournalEntry::changes)
                    .filteredOn(heard -> heard.text().endsWith("haEnabled=false"))
                    .hasSize(1);
        }
    }

    private JobHistory repair(SimulatedJobs jobs) {
        return job(jobs).runToTheEnd();
    }

    private MemoryJob job(SimulatedJobs jobs) {
        return jobs.job("services-stuck-in-starting", JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE);
    }
}
