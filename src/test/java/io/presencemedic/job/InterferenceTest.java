package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.job.log.SentChange;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else works on the cluster while a job does: it is noticed, named and not fought. */
@BesideTheService
class InterferenceTest {
    @Test
    void highAvailabilityThatSomebodySwitchesOnInTheMiddleIsNotClaimed() {
        try (ModelJobs jobs = new ModelJobs("stuck-in-starting")) {
            JobHistory history = run(jobs, "await-services-started");

            LineHistory restoring = line(history, "high-availability-enable");
            assertThat(restoring.outcome()).isEqualTo(LineOutcome.ALREADY_SO);
            assertThat(restoring.why()).contains("somebody else switched it on");
            assertThat(history.leftSwitchedOff()).isEmpty();
            assertThat(jobs.changes()).noneMatch(change -> change.contains("haEnabled=true"));
        }
    }

    @Test
    void highAvailabilityThatSomebodySwitchesOnAtOnceIsNotSwitchedOffAgain() {
        try (ModelJobs jobs = new ModelJobs("stuck-in-starting")) {
            JobHistory history = run(jobs, "high-availability-disable");

            assertThat(history.failure().orElseThrow().code()).isEqualTo("SWITCHED_ON_BY_OTHERS");
            assertThat(history.leftSwitchedOff()).isEmpty();
            assertThat(jobs.changes())
                    .filteredOn(change -> change.contains("haEnabled=false"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"network-services-down", "recover"})
    void nothingMoreIsChangedOnceSomebodyHasSwitchedHighAvailabilityOn(String runbook) {
        try (ModelJobs jobs = new ModelJobs("network-services-down-all-stopped")) {
            MemoryJob job = jobs.job(runbook, JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE);
            int[] before = {-1};
            job.log.beforeAppend = n -> {
                boolean isAtIt = jobs.changes().stream().anyMatch(change -> change.contains("utils service start"));
                if (isAtIt && before[0] < 0) {
                    before[0] = jobs.changes().size();
                    jobs.link.clock().leap(Duration.ofMinutes(1));
                    jobs.link.tell(
                            world -> world.groups().forEach(group -> world.configureHighAvailability(group, true)));
                }
            };
            JobHistory history = job.runToTheEnd();

            JobFailure failure = history.failure().orElseThrow();
            assertThat(failure.code()).isEqualTo("SWITCHED_ON_BY_OTHERS");
            assertThat(failure.detail()).contains("somebody else", "settle who works on the cluster");
            assertThat(history.leftSwitchedOff()).isEmpty();
            assertThat(jobs.changes()).hasSize(before[0]);
        }
    }

    /** A page came instead of the answer, for a minute: high availability is still on, and nobody else's work. */
    @Test
    void aChangeOfOnesOwnThatIsInDoubtIsNotTakenForSomebodyElses() {
        try (ModelJobs jobs = new ModelJobs(
                "presence-engine-down-on-both", link -> new FaultyLink(link, WireFault.HTML_FOR_A_MINUTE, 1))) {
            JobHistory history = jobs.answered(
                    jobs.job(
                            "presence-engine-outside-group",
                            JobTarget.NONE,
                            SimulatedJobs.noParameters(),
                            JobMode.EXECUTE),
                    true);

            assertThat(history.state()).as("%s", history.failure()).isEqualTo(JobState.SUCCEEDED);
        }
    }

    @Test
    void theUsersWhoAreSignedInAreComparedBeforeAndAfter() {
        try (ModelJobs jobs = new ModelJobs("stuck-in-starting")) {
            JobHistory history = jobs.job(
                            "services-stuck-in-starting", JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE)
                    .runToTheEnd();

            assertThat(line(history, "high-availability-enable").why())
                    .contains("active sessions before and after: imp-pub ", "imp-sub ");
        }
    }

    /** The second of its own lines switches on what D3, called by the first, could not. */
    @Test
    void recoverThatSwitchesHighAvailabilityOnItselfComparesTheUsersToo() {
        try (ModelJobs jobs = new ModelJobs("service-commanded-out")) {
            JobHistory history = recover(jobs).runToTheEnd();

            LineHistory enabling = line(history, "high-availability-enable");
            assertThat(enabling.restores()).isNull();
            assertThat(enabling.why())
                    .contains("users of the group before and after: 410 and 410")
                    .contains("active sessions before and after: imp-pub ", "imp-sub ");
        }
    }

    @Test
    void highAvailabilityThatSomebodySwitchesOnBeforeRecoverDoesIsNotClaimed() {
        try (ModelJobs jobs = new ModelJobs("service-commanded-out")) {
            MemoryJob job = recover(jobs);
            job.log.afterAppend = n -> {
                if (job.log.history().chapters().size() == 2) {
                    jobs.link.tell(
                            world -> world.groups().forEach(group -> world.configureHighAvailability(group, true)));
                }
            };
            JobHistory history = job.runToTheEnd();

            LineHistory enabling = line(history, "high-availability-enable");
            assertThat(enabling.outcome()).isEqualTo(LineOutcome.ALREADY_SO);
            assertThat(enabling.why()).contains("somebody else switched it on");
            assertThat(history.leftSwitchedOff()).isEmpty();
        }
    }

    private static MemoryJob recover(ModelJobs jobs) {
        return jobs.job("recover", JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE);
    }

    /** The line is that of imp-sub, whichever node restarts. */
    @ParameterizedTest
    @ValueSource(strings = {"imp-sub", "imp-pub"})
    void aMonitorThatARestartOfItsNodeMayHaveSwitchedOnIsSwitchedOffAgain(String node) {
        RestartingLink[] link = new RestartingLink[1];
        try (ModelJobs jobs = new ModelJobs("stuck-in-starting", cluster -> link[0] = new RestartingLink(cluster))) {
            MemoryJob job = jobs.job(
                    "services-stuck-in-starting", JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE);
            job.log.afterAppend = n -> {
                boolean waits = job.log.history().lines().stream()
                        .anyMatch(line -> line.step().equals("await-services-started")
                                && line.target().equals("imp-sub")
                                && line.waited());
                if (waits && !link[0].hasRestarted()) {
                    link[0].restart(node);
                }
            };
            JobHistory history = job.runToTheEnd();

            assertThat(history.state()).as("%s", history.failure()).isEqualTo(JobState.SUCCEEDED);
            assertThat(history.leftSwitchedOff()).isEmpty();
            assertThat(jobs.changes())
                    .filteredOn((node + " set replication-sync monitor disable")::equals)
                    .hasSize(2);
            assertThat(history.lines())
                    .flatExtracting(line -> line.changes().sent())
                    .extracting(SentChange::why)
                    .anyMatch(why -> why.startsWith(node + " has restarted"));
        }
    }

    /** Somebody switches high availability on as soon as the step waits. */
    private static JobHistory run(ModelJobs jobs, String step) {
        MemoryJob job =
                jobs.job("services-stuck-in-starting", JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE);
        boolean[] done = {false};
        job.log.afterAppend = n -> {
            boolean waits = job.log.history().lines().stream()
                    .anyMatch(line -> line.step().equals(step) && line.outcome() == null && line.waited());
            if (waits && !done[0]) {
                done[0] = true;
                jobs.link.tell(world -> world.groups().forEach(group -> world.configureHighAvailability(group, true)));
            }
        };
        return job.runToTheEnd();
    }

    private static LineHistory line(JobHistory history, String step) {
        return history.lines().stream()
                .filter(line -> line.step().equals(step))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
