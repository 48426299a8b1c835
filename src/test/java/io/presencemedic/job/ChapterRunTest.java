package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.job.ToyAccidents.Accident;
import io.presencemedic.job.ToyAccidents.Moment;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Step;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BesideTheService
class ChapterRunTest {
    private static final int MORE_THAN_ENOUGH = 60;
    private static final List<String> THE_REMEDY = List.of(
            "off high availability of group group",
            "off the replication-sync monitor of node toy",
            "on the replication-sync monitor of node toy",
            "on high availability of group group");

    @Test
    void aStepMayAddARunbookToThePlanAndLooksAgainBehindIt() {
        ToyCluster cluster = cluster(ToyCluster.Faults.NONE);
        JobHistory history = job(cluster, "repair").runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(cluster.changesHeard).isEqualTo(THE_REMEDY);
        assertThat(history.lines())
                .extracting(LineHistory::step)
                .containsExactly("diagnose", "off", "off", "await", "on", "on", "diagnose");
        assertThat(history.lines())
                .extracting(LineHistory::runbook)
                .containsExactly(null, "repair", "repair", "repair", "repair", "repair", null);
        assertThat(history.lines())
                .extracting(
                        line -> line.restores() == null ? 0 : line.restores().line())
                .containsExactly(0, 0, 0, 0, 3, 2, 0);
    }

    @Test
    void aPlanShowsTheFirstChapterAndChangesNothing() {
        ToyCluster cluster = cluster(ToyCluster.Faults.NONE);
        JobHistory history =
                ToyJob.of(cluster, plan(true, "repair"), JobMode.PLAN).runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(cluster.changesHeard).isEmpty();
        assertThat(outcomes(history))
                .startsWith(LineOutcome.ALREADY_SO, LineOutcome.CHANGED)
                .endsWith(LineOutcome.CHANGED, LineOutcome.SKIPPED)
                .hasSize(7);
    }

    @Test
    void aChapterThatFailsIsRestoredAndTheNextOneIsTried() {
        ToyCluster cluster = cluster(ToyCluster.Faults.NONE);
        cluster.heals = false;
        JobHistory history = job(cluster, "repair", "restart").runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(history.failure()).isEmpty();
        assertThat(history.line(4).outcome()).isEqualTo(LineOutcome.TIMED_OUT);
        assertThat(cluster.changesHeard)
                .startsWith(THE_REMEDY.toArray(String[]::new))
                .endsWith("restart");
    }

    @Test
    void whereNothingHelpsTheJobNeedsAttentionAndSaysWhatFailed() {
        ToyCluster cluster = cluster(ToyCluster.Faults.NONE);
        cluster.heals = false;
        JobHistory history = job(cluster, "repair").runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.NEEDS_ATTENTION);
        assertThat(history.failure()).map(JobFailure::code).contains("NOTHING_LEFT");
        assertThat(history.failure()).map(JobFailure::detail).get().asString().contains("TIMED_OUT");
        assertThat(cluster.off).isEmpty();
        assertThat(history.blocksCluster()).isFalse();
    }

    @Test
    void whatAChapterLeavesOffIsSaidAndRestoredOnRequest() {
        ToyCluster cluster = cluster(ToyCluster.Faults.NONE);
        cluster.refusesHighAvailability = true;
        MemoryJob job = job(cluster, "repair");
        JobHistory history = job.runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.NEEDS_ATTENTION);
        assertThat(history.line(7).outcome()).isEqualTo(LineOutcome.ALREADY_SO);
        assertThat(history.leftSwitchedOff()).hasSize(1);
        assertThat(history.failure()).map(JobFailure::code).contains("NOT_NOW");

        cluster.refusesHighAvailability = false;
        job.log.write(new JobEvent.RestoreRequested("operator"));
        history = job.runToTheEnd();
        assertThat(history.leftSwitchedOff()).isEmpty();
        assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void whatOneChapterCannotRestoreTheNextOneDoes() {
        ToyCluster cluster = cluster(ToyCluster.Faults.NONE);
        cluster.heals = false;
        cluster.refusesHighAvailability = true;
        MemoryJob job = job(cluster, "repair", "repair again");
        job.log.afterAppend = append -> {
            boolean secondChapter = job.log.history().chapters().size() == 2;
            cluster.refusesHighAvailability &= !secondChapter;
            cluster.heals |= secondChapter;
        };
        JobHistory history = job.runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(history.leftSwitchedOff()).isEmpty();
        assertThat(cluster.changesHeard.stream().filter(text -> text.contains("high availability")))
                .containsExactly("off high availability of group group", "on high availability of group group");
        assertThat(history.line(8).outcome()).isEqualTo(LineOutcome.ALREADY_SO);
        assertThat(history.line(12).outcome()).isEqualTo(LineOutcome.CHANGED);
    }

    @Test
    void aTargetThatIsNotThereIsHandedOver() {
        ToyCluster cluster = cluster(ToyCluster.Faults.NONE);
        JobHistory history = job(cluster, "unknown").runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.NEEDS_ATTENTION);
        assertThat(history.failure()).map(JobFailure::code).contains("GROUP_UNKNOWN");
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void aProcessThatDiesAtAnyAppendIsContinuedByAnother(Moment moment) {
        for (int n = 1; n <= MORE_THAN_ENOUGH; n++) {
            ToyCluster cluster = cluster(ToyCluster.Faults.NONE);
            MemoryJob job = job(cluster, "repair");
            ToyAccidents.dyingAt(job, n, moment);

            assertRepairedOnce(cluster, job.runToTheEnd(), "death %s append %d".formatted(moment, n));
        }
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void aProcessThatDiesAtAnyCommandIsContinuedByAnother(Moment moment) {
        for (int n = 1; n <= MORE_THAN_ENOUGH; n++) {
            ToyCluster cluster = cluster(new ToyAccidents.Nth(n, moment, Accident.DEATH));

            assertRepairedOnce(
                    cluster, job(cluster, "repair").runToTheEnd(), "death %s command %d".formatted(moment, n));
        }
    }

    static void assertRepairedOnce(ToyCluster cluster, JobHistory history, String what) {
        assertThat(history.state()).as(what).isEqualTo(JobState.SUCCEEDED);
        assertThat(history.chapters()).as(what).hasSize(1);
        assertThat(cluster.changesHeard.stream().distinct()).as(what).containsExactlyElementsOf(THE_REMEDY);
        assertThat(cluster.off).as(what).isEmpty();
    }

    @Test
    void aCancellationAtAnyAppendSwitchesEverythingOnAgain() {
        for (int n = 1; n <= MORE_THAN_ENOUGH; n++) {
            ToyCluster cluster = cluster(ToyCluster.Faults.NONE);
            MemoryJob job = job(cluster, "repair");
            ToyAccidents.cancelledAt(job, n);
            JobHistory history = job.runToTheEnd();

            assertThat(history.state()).as("cancelled after append %d", n).isIn(JobState.CANCELLED, JobState.SUCCEEDED);
            assertThat(cluster.off).as("cancelled after append %d", n).isEmpty();
        }
    }

    @Test
    void aLinkThatStaysDownLeavesNothingOffInSilence() {
        for (int n = 1; n <= MORE_THAN_ENOUGH; n++) {
            ToyCluster cluster = cluster(new ToyAccidents.FromNth(n));
            JobHistory history = job(cluster, "repair").runToTheEnd();

            assertThat(history.isFinished()).isTrue();
            cluster.assertNothingIsOffInSilence(history);
        }
    }

    static ToyCluster cluster(ToyCluster.Faults faults) {
        ToyCluster cluster = new ToyCluster(faults);
        cluster.books.put("repair", ToySteps.repair(cluster, new ToySteps.AwaitService()));
        cluster.books.put("repair again", ToySteps.repair(cluster, new ToySteps.AwaitService()));
        cluster.books.put("restart", plan(new ToySteps.RestartService()));
        cluster.books.put("first", plan(new ToySteps.Approved(new AtomicReference<>("change one"))));
        cluster.books.put("second", plan(new ToySteps.Approved(new AtomicReference<>("change two"))));
        return cluster;
    }

    static MemoryJob job(ToyCluster cluster, String... books) {
        return ToyJob.of(cluster, plan(true, books), JobMode.EXECUTE);
    }

    static Plan plan(boolean mayAsk, String... books) {
        return plan(new ToySteps.Doctor(mayAsk, books));
    }

    static Plan plan(Step step) {
        return Plan.builder().then(step).build();
    }

    private static List<LineOutcome> outcomes(JobHistory history) {
        return history.lines().stream().map(LineHistory::outcome).toList();
    }
}
