package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Restoring;
import io.presencemedic.runbook.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource(Moment.class)
    void aProcessThatDiesAtAnyAppendIsContinuedByAnother(Moment moment) {
        for (int n = 1; n <= MORE_THAN_ENOUGH; n++) {
            ToyCluster cluster = new ToyCluster(ToyCluster.Faults.NONE);
            MemoryJob job = job(cluster, new ToySteps.AwaitService());
            int fatal = n;
            if (moment == Moment.BEFORE) {
                job.log.beforeAppend = append -> dieAt(append, fatal);
            } else {
                job.log.afterAppend = append -> dieAt(append, fatal);
            }
            JobHistory history = job.runToTheEnd();

            assertThat(history.state()).as("death %s append %d", moment, n).isEqualTo(JobState.SUCCEEDED);
            assertNothingIsOffInSilence(cluster, history);
        }
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void aProcessThatDiesAtAnyCommandIsContinuedByAnother(Moment moment) {
        for (int n = 1; n <= MORE_THAN_ENOUGH; n++) {
            ToyCluster cluster = new ToyCluster(new Nth(n, moment, Accident.DEATH));
            JobHistory history = job(cluster, new ToySteps.AwaitService()).runToTheEnd();

            assertThat(history.state()).as("death %s command %d", moment, n).isEqualTo(JobState.SUCCEEDED);
            assertNothingIsOffInSilence(cluster, history);
        }
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void aLinkThatIsLostAtAnyCommandIsOpenedAgainAndTheJobGoesOn(Moment moment) {
        for (int n = 1; n <= MORE_THAN_ENOUGH; n++) {
            ToyCluster cluster = new ToyCluster(new Nth(n, moment, Accident.LINK_LOST));
            JobHistory history = job(cluster, new ToySteps.AwaitService()).runToTheEnd();

            assertThat(history.state()).as("link lost %s command %d", moment, n).isEqualTo(JobState.SUCCEEDED);
            assertNothingIsOffInSilence(cluster, history);
        }
    }

    @Test
    void aCancellationAtAnyAppendSwitchesEverythingOnAgain() {
        for (int n = 1; n <= MORE_THAN_ENOUGH; n++) {
            ToyCluster cluster = new ToyCluster(ToyCluster.Faults.NONE);
            MemoryJob job = job(cluster, new ToySteps.AwaitService());
            int cancelled = n;
            job.log.afterAppend = append -> {
                if (append == cancelled) {
                    job.log.write(new JobEvent.CancelRequested("operator", null));
                }
            };
            JobHistory history = job.runToTheEnd();

            assertThat(history.state()).as("cancelled after append %d", n).isIn(JobState.CANCELLED, JobState.SUCCEEDED);
            assertNothingIsOffInSilence(cluster, history);
            assertThat(cluster.off).as("cancelled after append %d", n).isEmpty();
        }
    }

    @Test
    void aLinkThatStaysDownLeavesNothingOffInSilence() {
        for (int n = 1; n <= MORE_THAN_ENOUGH; n++) {
            ToyCluster cluster = new ToyCluster(new FromNth(n));
            JobHistory history = job(cluster, new ToySteps.AwaitService()).runToTheEnd();

            assertThat(history.isFinished()).isTrue();
            assertNothingIsOffInSilence(cluster, history);
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

    private static void assertNothingIsOffInSilence(ToyCluster cluster, JobHistory history) {
        List<String> said = history.leftSwitchedOff().stream()
                .map(left -> new io.presencemedic.runbook.Hold(left.kind(), left.subject()).words())
                .toList();
        assertThat(said).containsAll(cluster.off);
        if (!cluster.off.isEmpty()) {
            assertThat(history.state()).isEqualTo(JobState.NEEDS_ATTENTION);
        }
    }

    private static void dieAt(int append, int fatal) {
        if (append == fatal) {
            throw new MemoryJob.ProcessDied();
        }
    }

    enum Moment {
        BEFORE,
        AFTER
    }

    private enum Accident {
        DEATH,
        LINK_LOST;

        void happen(String what) throws LinkException {
            if (this == DEATH) {
                throw new MemoryJob.ProcessDied();
            }
            throw new LinkException(new LinkFailure.Lost("toy", what, "cut"));
        }
    }

    private static final class Nth implements ToyCluster.Faults {
        private final int n;
        private final Moment moment;
        private final Accident accident;
        private int commands;

        Nth(int n, Moment moment, Accident accident) {
            this.n = n;
            this.moment = moment;
            this.accident = accident;
        }

        @Override
        public void before(String what) throws LinkException {
            if (++commands == n && moment == Moment.BEFORE) {
                accident.happen(what);
            }
        }

        @Override
        public void after(String what) throws LinkException {
            if (commands == n && moment == Moment.AFTER) {
                accident.happen(what);
            }
        }
    }

    private static final class FromNth implements ToyCluster.Faults {
        private final int n;
        private int commands;

        FromNth(int n) {
            this.n = n;
        }

        @Override
        public void before(String what) throws LinkException {
            if (++commands >= n) {
                throw new LinkException(new LinkFailure.NotReachable("toy", "192.0.2.1:22", "no route"));
            }
        }
    }
}
