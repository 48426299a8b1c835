package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import io.presencemedic.cisco.HighAvailabilityChange;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.job.log.LeftSwitchedOff;
import io.presencemedic.simulator.model.Scenarios;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Recover on every scenario, and on pairs of them. */
@BesideTheService
class RecoverRunTest {
    /** One scenario for each procedure. */
    private static final List<String> ONE_FOR_EACH = List.of(
            "stuck-in-starting",
            "service-not-activated-starts-by-hand",
            "service-commanded-out",
            "network-services-down",
            "database-down",
            "intercluster-sync-agent-blocked-by-ha",
            "presence-engine-prerequisites",
            "presence-engine-outside-group",
            "subcluster-mismatch",
            "presence-engine-alone-down",
            "axl-service-down");

    private static final List<String> THE_OTHERS = List.of(
            "service-not-activated",
            "service-fails-to-start",
            "network-services-down-all-stopped",
            "network-services-down-on-subscriber",
            "database-stopped",
            "database-down-on-publisher",
            "presence-engine-outside-group-variant",
            "presence-engine-down-on-both",
            "subcluster-mismatch-starts-by-hand",
            "presence-engine-alone-down-starts-by-hand",
            "presence-engine-stuck-alone");

    /** In these one procedure meets in its way what another one is about. */
    private static final List<String> IN_EACH_OTHERS_WAY = List.of(
            "stuck-in-starting+presence-engine-prerequisites",
            "stuck-in-starting+network-services-down-on-subscriber",
            "stuck-in-starting+intercluster-sync-agent-stays-starting",
            "service-commanded-out+presence-engine-stuck-alone",
            "network-services-down-on-subscriber+presence-engine-stuck-alone",
            "presence-engine-alone-down+presence-engine-outside-group-variant",
            "presence-engine-alone-down+presence-engine-down-on-both",
            "presence-engine-outside-group-variant+presence-engine-alone-down-starts-by-hand",
            "presence-engine-down-on-both+presence-engine-alone-down-starts-by-hand",
            "presence-engine-outside-group-variant+ha-failed-services-down");

    /** In one of them {@code recover} tries for an hour of the model's clock. */
    static List<String> scenarios() {
        List<String> names = new ArrayList<>(Scenarios.names());
        names.removeIf(name -> !Thorough.ALL && name.equals("database-broken"));
        return Thorough.sample(names, 12);
    }

    static Collection<String> pairs() {
        List<String> names = Thorough.ALL
                ? Stream.concat(ONE_FOR_EACH.stream(), THE_OTHERS.stream()).toList()
                : ONE_FOR_EACH;
        List<String> pairs = new ArrayList<>();
        for (String one : names) {
            names.stream()
                    .filter(other -> names.indexOf(other) > names.indexOf(one))
                    .forEach(other -> pairs.add(one + "+" + other));
        }
        Set<String> played = new LinkedHashSet<>(IN_EACH_OTHERS_WAY);
        played.addAll(Thorough.sample(pairs, 240));
        return played;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyScenarioEndsAsTheDocumentSays(String scenario) throws Exception {
        try (ModelJobs jobs = new ModelJobs(scenario)) {
            JobHistory history = jobs.answered(recover(jobs, JobMode.EXECUTE), true);

            GoldenRun run = GoldenRun.of("recover", scenario, jobs.link.heard(), history);
            assertThat(run.text()).as(String.valueOf(history.failure())).isEqualTo(run.recorded());
            assertThat(history.state()).isIn(JobState.SUCCEEDED, JobState.NEEDS_ATTENTION);
            RecoverRules.assertHeld(jobs, history);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void pairsOfFaultsAreBothRemedied(String pair) {
        try (ModelJobs jobs = new ModelJobs(pair)) {
            JobHistory history = jobs.answered(recover(jobs, JobMode.EXECUTE), true);

            assertThat(history.state()).as(String.valueOf(history.failure())).isEqualTo(JobState.SUCCEEDED);
            RecoverRules.assertHeld(jobs, history);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "presence-engine-defect-12-5, CSCvg94247",
        "intercluster-sync-agent-defect, CSCvj09515",
        "config-manager-keys, CSCur25679"
    })
    void aKnownDefectIsNamedWithItsLink(String scenario, String defect) {
        try (ModelJobs jobs = new ModelJobs(scenario)) {
            JobHistory history = jobs.answered(recover(jobs, JobMode.EXECUTE), true);

            assertThat(history.failure().orElseThrow().detail()).contains(defect + " <https://");
        }
    }

    @Test
    void aChangeThatNeverReachedTheNodesIsNamedBesideWhatCouldNotBeHealed() {
        try (ModelJobs jobs = new ModelJobs("sync-agent-needs-restart")) {
            JobHistory history = jobs.answered(recover(jobs, JobMode.EXECUTE), true);

            JobFailure failure = history.failure().orElseThrow();
            assertThat(history.leftSwitchedOff())
                    .extracting(LeftSwitchedOff::subject)
                    .containsExactly("DefaultCUPSubcluster");
            assertThat(failure.findings()).anySatisfy(finding -> {
                assertThat(finding.code()).isEqualTo("HIGH_AVAILABILITY_NOT_ARRIVED");
                assertThat(finding.group()).isEqualTo("DefaultCUPSubcluster");
                assertThat(finding.nodes()).containsExactlyInAnyOrder("imp-pub", "imp-sub");
                assertThat(finding.undelivered()).isEqualTo(HighAvailabilityChange.DISABLE);
            });
        }
    }

    @Test
    void aSingleProcedureNamesTheChangeThatNeverReachedTheNodesToo() {
        try (ModelJobs jobs = new ModelJobs("sync-agent-needs-restart")) {
            JobTarget publisher = new JobTarget(null, "imp-pub");
            MemoryJob job = jobs.job("sync-agent-checklist", publisher, SimulatedJobs.noParameters(), JobMode.EXECUTE);
            JobHistory history = jobs.answered(job, true);

            assertThat(history.failure().orElseThrow().findings())
                    .as("%s", history.failure())
                    .anySatisfy(finding -> {
                        assertThat(finding.code()).isEqualTo("HIGH_AVAILABILITY_NOT_ARRIVED");
                        assertThat(finding.undelivered()).isEqualTo(HighAvailabilityChange.DISABLE);
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aPlanSendsNothingButReads(String scenario) {
        try (ModelJobs jobs = new ModelJobs(scenario)) {
            JobHistory history = recover(jobs, JobMode.PLAN).runToTheEnd();

            assertThat(history.isFinished()).isTrue();
            assertThat(jobs.changes()).isEmpty();
            assertThat(history.chapters()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void linesThatNeedAnApprovalCanBeLeftOut() {
        try (ModelJobs jobs = new ModelJobs("subcluster-mismatch")) {
            ObjectNode parameters = SimulatedJobs.noParameters().put("allowApprovalLines", false);
            JobHistory history = jobs.job("recover", JobTarget.NONE, parameters, JobMode.EXECUTE)
                    .runToTheEnd();

            assertThat(history.state()).isEqualTo(JobState.NEEDS_ATTENTION);
            assertThat(jobs.changes()).isEmpty();
            JobFailure failure = history.failure().orElseThrow();
            assertThat(failure.detail()).contains("D6.3", "APPROVAL_NOT_ALLOWED");
            assertThat(failure.attempts())
                    .anySatisfy(attempt -> assertThat(attempt.detail()).contains("needs an approval", "update"));
            assertThat(failure.findings()).singleElement().satisfies(finding -> assertThat(finding.nodes())
                    .containsExactlyInAnyOrder("imp-pub", "imp-sub"));
        }
    }

    /** Between them it stays off, so that it is switched off once. */
    @Test
    void highAvailabilityComesBackWhereTheJobIsCancelledBetweenTwoProcedures() {
        try (ModelJobs jobs = new ModelJobs("service-commanded-out")) {
            MemoryJob job = recover(jobs, JobMode.EXECUTE);
            job.log.afterAppend = n -> {
                boolean isBetween = job.log.history().line(1).outcome() != null
                        && job.log.history().chapters().size() == 1
                        && job.log.history().lines().stream()
                                .anyMatch(line -> line.part() == 0 && line.number() > 1 && line.begunAt() != null);
                if (isBetween && !job.log.history().isCancelRequested()) {
                    job.log.write(new JobEvent.CancelRequested("operator", null));
                }
            };
            JobHistory history = job.runToTheEnd();

            assertThat(history.state()).isEqualTo(JobState.CANCELLED);
            assertThat(history.leftSwitchedOff()).isEmpty();
            assertThat(jobs.changes())
                    .filteredOn(change -> change.contains("haEnabled"))
                    .satisfiesExactly(off -> assertThat(off).contains("haEnabled=false"), on -> assertThat(on)
                            .contains("haEnabled=true"));
        }
    }

    @Test
    void aDeclinedApprovalEndsIt() {
        try (ModelJobs jobs = new ModelJobs("subcluster-mismatch")) {
            JobHistory history = jobs.answered(recover(jobs, JobMode.EXECUTE), false);

            assertThat(history.state()).isEqualTo(JobState.CANCELLED);
            assertThat(jobs.changes()).isEmpty();
        }
    }

    @Test
    void highAvailabilityThatWasFoundOffIsSwitchedOnWhereThatIsOrdered() {
        try (ModelJobs jobs = new ModelJobs("ha-left-off")) {
            ObjectNode parameters = SimulatedJobs.noParameters().put("highAvailability", "ENABLE");
            JobHistory history = jobs.job("recover", JobTarget.NONE, parameters, JobMode.EXECUTE)
                    .runToTheEnd();

            assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(jobs.changes()).singleElement().asString().contains("haEnabled=true");
        }
    }

    @ParameterizedTest
    @MethodSource("io.presencemedic.job.Disturbances#deaths")
    void aProcessThatDiesAgainAndAgainChangesNothingInTheEnd(Disturbances.Death death) {
        try (ModelJobs jobs = new ModelJobs("stuck-in-starting+service-commanded-out")) {
            RecoverRules.assertHeld(jobs, dying(jobs, death));
        }
    }

    /** What the process did not hear the answer of is sent again, so that it may be off, or on, twice. */
    @ParameterizedTest
    @MethodSource("io.presencemedic.job.Disturbances#deaths")
    void noDeathWithinAPauseLeavesAnythingOff(Disturbances.Death death) {
        try (ModelJobs jobs = new ModelJobs(IN_EACH_OTHERS_WAY.get(0))) {
            RecoverRules.assertNothingIsOffInSilence(jobs, dying(jobs, death));
        }
    }

    private static JobHistory dying(ModelJobs jobs, Disturbances.Death death) {
        MemoryJob job = recover(jobs, JobMode.EXECUTE);
        Disturbances.dying(job, death);
        JobHistory history = jobs.answered(job, true);
        assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
        return history;
    }

    private static MemoryJob recover(ModelJobs jobs, JobMode mode) {
        return jobs.job("recover", JobTarget.NONE, SimulatedJobs.noParameters(), mode);
    }
}
