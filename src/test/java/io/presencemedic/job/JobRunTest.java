package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.job.ToyAccidents.Accident;
import io.presencemedic.job.ToyAccidents.FromNth;
import io.presencemedic.job.ToyAccidents.Moment;
import io.presencemedic.job.ToyAccidents.Nth;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.LeftSwitchedOff;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.job.log.PlanHash;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Restoring;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BesideTheService
class JobRunTest {
    private static final int MORE_THAN_ENOUGH = 60;

    @Test
    void anUndisturbedJobSucceedsAndSwitchesEverythingOnAgain() {
        ToyCluster cluster = new ToyCluster(ToyCluster.Faults.NONE);
        JobHistory history = job(cluster, new ToySteps.AwaitService()).runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(cluster.changesHeard)
                .containsExactly(
                        "off high availability of group group",
                        "off the replication-sync monitor of node toy",
                        "on the replication-sync monitor of node toy",
                        "on high availability of group group");
        assertThat(outcomes(history)).allMatch(LineOutcome.CHANGED::equals).hasSize(5);
        assertThat(history.leftSwitchedOff()).isEmpty();
    }

    @Test
    void whatWasOffBeforeTheJobStaysOff() {
        ToyCluster cluster = new ToyCluster(ToyCluster.Faults.NONE);
        cluster.off.add(ToyCluster.HIGH_AVAILABILITY.words());
        JobHistory history = job(cluster, new ToySteps.AwaitService()).runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(cluster.off).containsExactly(ToyCluster.HIGH_AVAILABILITY.words());
        assertThat(history.line(5).why()).contains("left as found");
    }

    @Test
    void aPlanChangesNothingAndForeseesEveryLine() {
        ToyCluster cluster = new ToyCluster(ToyCluster.Faults.NONE);
        Plan plan = ToySteps.repair(cluster, new ToySteps.AwaitService());
        JobHistory history = ToyJob.of(cluster, plan, JobMode.PLAN).runToTheEnd();

        assertThat(cluster.changesHeard).isEmpty();
        assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(outcomes(history)).allMatch(LineOutcome.CHANGED::equals).hasSize(5);
    }

    @Test
    void aServiceThatNeverStartsTimesOutAndEverythingComesBack() {
        ToyCluster cluster = new ToyCluster(ToyCluster.Faults.NONE);
        cluster.heals = false;
        JobHistory history = job(cluster, new ToySteps.AwaitService()).runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.FAILED);
        assertThat(history.line(3).outcome()).isEqualTo(LineOutcome.TIMED_OUT);
        assertThat(cluster.off).isEmpty();
    }

    @Test
    void whatCannotBeSwitchedOnAgainIsSaidAndRestoredOnRequest() {
        ToyCluster cluster = new ToyCluster(ToyCluster.Faults.NONE);
        cluster.refusesHighAvailability = true;
        MemoryJob job = job(cluster, new ToySteps.AwaitService());
        JobHistory history = job.runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.NEEDS_ATTENTION);
        assertThat(history.leftSwitchedOff()).extracting(LeftSwitchedOff::why).containsExactly("the toy refuses");
        assertThat(history.blocksCluster()).isTrue();

        cluster.refusesHighAvailability = false;
        job.log.write(new JobEvent.RestoreRequested("operator"));
        history = job.runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(history.leftSwitchedOff()).isEmpty();
        assertThat(cluster.off).isEmpty();
    }

    @Test
    void aLoginThatIsCutShortWhileItsNodeRestartsIsNoChangeThatWasSent() {
        ToyCluster cluster = new ToyCluster(new ToyAccidents.NoLogin(3, 9));
        JobHistory history = job(cluster, new ToySteps.AwaitService()).runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(cluster.changesHeard).doesNotHaveDuplicates().hasSize(4);
        assertThat(history.line(2).changes().count()).isEqualTo(1);
    }

    @Test
    void aPlanWaitsForANodeThatCannotBeAskedForAWhile() {
        ToyCluster cluster = new ToyCluster(new ToyAccidents.NoLogin(1, 3));
        Plan plan = ToySteps.repair(cluster, new ToySteps.AwaitService());
        JobHistory history = ToyJob.of(cluster, plan, JobMode.PLAN).runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(history.line(1).commands()).isNotEmpty();
    }

    @Test
    void aPlanIsComparedOnceTheNodeCanBeAsked() {
        ToyCluster known = new ToyCluster(ToyCluster.Faults.NONE);
        String hash = PlanHash.of(ToyJob.of(known, ToySteps.repair(known, new ToySteps.AwaitService()), JobMode.PLAN)
                        .runToTheEnd())
                .orElseThrow();
        ToyCluster cluster = new ToyCluster(new ToyAccidents.NoLogin(1, 3));
        Plan plan = ToySteps.repair(cluster, new ToySteps.AwaitService());
        JobHistory history = ToyJob.of(cluster, plan, JobMode.EXECUTE, hash).runToTheEnd();

        assertThat(history.state()).as("%s", history.failure()).isEqualTo(JobState.SUCCEEDED);
        assertThat(history.events()).anyMatch(event -> event.event() instanceof JobEvent.PlanDelayed);
    }

    @Test
    void aNodeThatCannotBeAskedUsesUpNobodysPatience() {
        ToyCluster cluster = new ToyCluster(new ToyAccidents.NoLogin(9, 5));
        cluster.heals = false;
        JobHistory history = job(cluster, new ToySteps.AwaitService()).runToTheEnd();

        LineHistory line = history.line(3);
        Duration away = line.away(line.finishedAt());
        assertThat(away).isGreaterThan(Duration.ofSeconds(1));
        assertThat(line.patientSince(line.finishedAt()))
                .isEqualTo(line.begunAt().plus(away));
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void aProcessThatDiesAtAnyAppendIsContinuedByAnother(Moment moment) {
        for (int n = 1; n <= MORE_THAN_ENOUGH; n++) {
            ToyCluster cluster = new ToyCluster(ToyCluster.Faults.NONE);
            MemoryJob job = job(cluster, new ToySteps.AwaitService());
            ToyAccidents.dyingAt(job, n, moment);
            JobHistory history = job.runToTheEnd();

            assertThat(history.state()).as("death %s append %d", moment, n).isEqualTo(JobState.SUCCEEDED);
            cluster.assertNothingIsOffInSilence(history);
        }
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void aProcessThatDiesAtAnyCommandIsContinuedByAnother(Moment moment) {
        for (int n = 1; n <= MORE_THAN_ENOUGH; n++) {
            ToyCluster cluster = new ToyCluster(new Nth(n, moment, Accident.DEATH));
            JobHistory history = job(cluster, new ToySteps.AwaitService()).runToTheEnd();

            assertThat(history.state()).as("death %s command %d", moment, n).isEqualTo(JobState.SUCCEEDED);
            cluster.assertNothingIsOffInSilence(history);
        }
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void aDatabaseThatIsAwayAtAnyCommandInterruptsTheJobAndFailsNoLine(Moment moment) {
        for (int n = 1; n <= MORE_THAN_ENOUGH; n++) {
            ToyCluster cluster = new ToyCluster(new Nth(n, moment, Accident.DATABASE_AWAY));
            JobHistory history = job(cluster, new ToySteps.AwaitService()).runToTheEnd();

            assertThat(history.state())
                    .as("database away %s command %d", moment, n)
                    .isEqualTo(JobState.SUCCEEDED);
            cluster.assertNothingIsOffInSilence(history);
        }
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void aLinkThatIsLostAtAnyCommandIsOpenedAgainAndTheJobGoesOn(Moment moment) {
        for (int n = 1; n <= MORE_THAN_ENOUGH; n++) {
            ToyCluster cluster = new ToyCluster(new Nth(n, moment, Accident.LINK_LOST));
            JobHistory history = job(cluster, new ToySteps.AwaitService()).runToTheEnd();

            assertThat(history.state()).as("link lost %s command %d", moment, n).isEqualTo(JobState.SUCCEEDED);
            cluster.assertNothingIsOffInSilence(history);
        }
    }

    @Test
    void aCancellationAtAnyAppendSwitchesEverythingOnAgain() {
        for (int n = 1; n <= MORE_THAN_ENOUGH; n++) {
            ToyCluster cluster = new ToyCluster(ToyCluster.Faults.NONE);
            MemoryJob job = job(cluster, new ToySteps.AwaitService());
            ToyAccidents.cancelledAt(job, n);
            JobHistory history = job.runToTheEnd();

            assertThat(history.state()).as("cancelled after append %d", n).isIn(JobState.CANCELLED, JobState.SUCCEEDED);
            cluster.assertNothingIsOffInSilence(history);
            assertThat(cluster.off).as("cancelled after append %d", n).isEmpty();
        }
    }

    @Test
    void aLinkThatStaysDownLeavesNothingOffInSilence() {
        for (int n = 1; n <= MORE_THAN_ENOUGH; n++) {
            ToyCluster cluster = new ToyCluster(new FromNth(n));
            JobHistory history = job(cluster, new ToySteps.AwaitService()).runToTheEnd();

            assertThat(history.isFinished()).isTrue();
            cluster.assertNothingIsOffInSilence(history);
        }
    }

    @Test
    void aChangeThatMustNotBeRepeatedBlindlyAsksAnOperatorWhenItsOutcomeIsNotKnown() {
        ToyCluster cluster = new ToyCluster(new Nth(1, Moment.AFTER, Accident.DEATH));
        Plan plan = Plan.builder().then(new ToySteps.RestartService()).build();
        MemoryJob job = ToyJob.of(cluster, plan, JobMode.EXECUTE);
        JobHistory history = job.runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.AWAITING_APPROVAL);
        assertThat(cluster.changesHeard).containsExactly("restart");

        job.log.write(new JobEvent.OperatorAnswered(1, true, "operator", null));
        job.log.write(new JobEvent.Claimed("worker", 9));
        history = job.runToTheEnd();
        assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(cluster.changesHeard).containsExactly("restart", "restart");
    }

    @Test
    void anApprovalOfARepetitionIsUsedUpByIt() {
        ToyCluster cluster = new ToyCluster(new ToyCluster.Faults() {
            @Override
            public void after(String what) {
                throw new MemoryJob.ProcessDied();
            }
        });
        Plan plan = Plan.builder().then(new ToySteps.RestartService()).build();
        MemoryJob job = ToyJob.of(cluster, plan, JobMode.EXECUTE);
        for (int heard = 1; heard <= 3; heard++) {
            assertThat(job.runToTheEnd().state()).isEqualTo(JobState.AWAITING_APPROVAL);
            assertThat(cluster.changesHeard).hasSize(heard);
            job.log.write(new JobEvent.OperatorAnswered(1, true, "operator", null));
        }
    }

    @Test
    void aChangeThatACancellationOvertakesIsNeitherSentNorOwed() {
        ToyCluster cluster = new ToyCluster(ToyCluster.Faults.NONE);
        MemoryJob job = job(cluster, new ToySteps.AwaitService());
        job.log.beforeAppend = n -> {
            boolean isLooking = job.log.history().lines().stream().anyMatch(line -> line.begunAt() != null);
            if (isLooking && !job.log.history().isCancelRequested()) {
                job.log.write(new JobEvent.CancelRequested("operator", null));
            }
        };
        JobHistory history = job.runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.CANCELLED);
        assertThat(cluster.changesHeard).isEmpty();
        assertThat(history.lines()).noneMatch(line -> line.heldSince() != null);
        assertThat(outcomes(history).get(outcomes(history).size() - 1)).isEqualTo(LineOutcome.SKIPPED);
    }

    @Test
    void aWakeUpThatComesLateAgainAndAgainDoesNotLookLikeOneThatFails() {
        ToyCluster cluster = new ToyCluster(ToyCluster.Faults.NONE);
        cluster.heals = false;
        MemoryJob job = job(cluster, new ToySteps.AwaitService());
        long[] most = {0};
        job.log.afterPutDown = () -> {
            job.log.refresh();
            job.log.leapTo(job.log.now().plusSeconds(2));
            job.log.write(new JobEvent.Claimed("late", 7, Duration.ofSeconds(2)));
            most[0] = Math.max(most[0], job.log.history().claimsInARow());
        };
        JobHistory history = job.runToTheEnd();

        assertThat(history.line(3).outcome()).isEqualTo(LineOutcome.TIMED_OUT);
        assertThat(history.leftSwitchedOff()).isEmpty();
        assertThat(most[0]).isOne();
    }

    @Test
    void whatIsSwitchedOffOnPurposeStaysOffAndIsListed() {
        ToyCluster cluster = new ToyCluster(ToyCluster.Faults.NONE);
        Plan plan = Plan.builder()
                .within(ToySteps.visible(cluster, Restoring.When.KEPT), () -> {})
                .build();
        JobHistory history = ToyJob.of(cluster, plan, JobMode.EXECUTE).runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(history.leftSwitchedOff()).hasSize(1);
        assertThat(history.blocksCluster()).isFalse();
    }

    private static MemoryJob job(ToyCluster cluster, Step body) {
        return ToyJob.of(cluster, ToySteps.repair(cluster, body), JobMode.EXECUTE);
    }

    private static List<LineOutcome> outcomes(JobHistory history) {
        return history.lines().stream().map(LineHistory::outcome).toList();
    }
}
