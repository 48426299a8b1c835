package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.job.log.LineFinishedBuilder;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.job.log.PlannedLineBuilder;
import io.presencemedic.job.log.SubmittedBuilder;
import io.presencemedic.job.run.FollowUps;
import io.presencemedic.job.run.Transition;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.HoldKind;
import io.presencemedic.runbook.Restoring;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the log says after each event that a death, an operator or a second try brings. */
class JobHistoryTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Hold MONITOR = Hold.replicationSyncMonitor("imp-sub");
    private static final JobEvent ACTING =
            new JobEvent.Acting(1, "imp-sub", "set replication-sync monitor disable", "is on", MONITOR, Map.of());
    private static final JobEvent SENT = new JobEvent.DidAct(1, "done", null, null);

    private final List<JobEvent> events = new ArrayList<>(List.of(
            new SubmittedBuilder()
                    .cluster("one")
                    .runbook("repair")
                    .mode(JobMode.EXECUTE)
                    .target(JobTarget.NONE)
                    .parameters(JsonNodeFactory.instance.objectNode())
                    .requestedBy("operator")
                    .build(),
            new JobEvent.Planned(
                    null,
                    "imp-sub",
                    List.of(
                            new PlannedLineBuilder()
                                    .line(1)
                                    .step("off")
                                    .target("imp-sub")
                                    .build(),
                            new PlannedLineBuilder()
                                    .line(2)
                                    .step("on")
                                    .target("imp-sub")
                                    .restores(new Restoring(1, Restoring.When.OWED))
                                    .build())),
            new JobEvent.Claimed("a", 1),
            new JobEvent.LineBegun(1)));

    @Test
    void aTakeoverLeavesAJobWaitingForAnAnswer() {
        JobHistory history = after(
                new JobEvent.OperatorAsked(1, "May it?", null, NOW.plusSeconds(60)), new JobEvent.Claimed("b", 2));

        assertThat(history.state()).isEqualTo(JobState.AWAITING_APPROVAL);
    }

    @Test
    void aTakeoverLeavesAJobWaitingForItsCluster() {
        JobHistory history = after(
                new JobEvent.Waiting(1, "still STARTING", NOW.plusSeconds(60), null, List.of()),
                new JobEvent.Claimed("b", 2));

        assertThat(history.state()).isEqualTo(JobState.WAITING);
    }

    @Test
    void whatWasNotedForAChangeThatNeverLeftIsForgotten() {
        JobHistory history = after(
                new JobEvent.Acting(1, "toy", "restart", "it stays STARTING", null, Map.of("restarted", "yes")),
                new JobEvent.DidAct(1, null, "LINK_LOST", "no login", null, true));

        assertThat(history.line(1).notes()).isEmpty();
        assertThat(history.line(1).changes().count()).isZero();
    }

    @Test
    void timeInWhichNobodyWorkedOnTheJobUsesUpNoPatience() {
        JobHistory history = after(
                new JobEvent.Waiting(1, "no route to host", NOW.plusSeconds(60), "NOT_REACHABLE", List.of()),
                new JobEvent.Claimed("b", 2, Duration.ofMinutes(40)));
        Instant since = NOW.plus(Duration.ofMinutes(40));

        assertThat(history.line(1).patientSince(since)).isEqualTo(since);
        assertThat(history.line(1).troubles().since()).isEqualTo(since);
        assertThat(history.line(1).begunAt()).isEqualTo(NOW);
    }

    @Test
    void whatNeverLeftThisProcessIsNeitherSentNorOwed() {
        JobHistory history = after(ACTING, new JobEvent.DidAct(1, null, "LINK_BUSY", "no session is free", null, true));

        assertThat(history.line(1).changes().count()).isZero();
        assertThat(history.leftSwitchedOff()).isEmpty();
    }

    @Test
    void whatMayHaveLeftThisProcessIsOwed() {
        JobHistory history = after(ACTING, new JobEvent.DidAct(1, null, "LINK_LOST", "no answer"));

        assertThat(history.leftSwitchedOff()).hasSize(1);
    }

    @Test
    void aDebtThatCouldNotBePaidIsTriedAgainAfterPausesThatGrow() {
        JobHistory history = unpaid("LINK_TIMED_OUT");

        assertThat(history.state()).isEqualTo(JobState.NEEDS_ATTENTION);
        assertThat(history.retryAt()).isEqualTo(NOW.plus(FollowUps.pause(0)));
        assertThat(FollowUps.pause(1)).isEqualTo(FollowUps.pause(0).multipliedBy(2));
        assertThat(FollowUps.pause(40)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aWrongPasswordIsNotTriedAgainByItself() {
        assertThat(unpaid("LINK_NOT_AUTHENTICATED").retryAt()).isNull();
    }

    @Test
    void whileADebtIsTriedAgainTheJobNeedsAttentionAndTheClusterStaysBlocked() {
        JobHistory history = more(unpaid("LINK_TIMED_OUT"), new JobEvent.RestoreResumed(1));

        assertThat(history.isFinished()).isFalse();
        assertThat(history.state()).isEqualTo(JobState.NEEDS_ATTENTION);
        assertThat(history.blocksCluster()).isTrue();
        assertThat(Transition.after(history)).isEqualTo(new Transition.Work(2));
    }

    @Test
    void aDebtPaidAtLastEndsTheJobWell() {
        JobHistory resumed = more(unpaid("LINK_TIMED_OUT"), new JobEvent.RestoreResumed(1), new JobEvent.LineBegun(2));
        JobHistory history = more(
                resumed,
                new LineFinishedBuilder()
                        .line(2)
                        .outcome(LineOutcome.CHANGED)
                        .why("is on")
                        .commands(List.of())
                        .unneeded(false)
                        .restored(MONITOR)
                        .handedOver(false)
                        .build());

        assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(history.blocksCluster()).isFalse();
    }

    @Test
    void whatAPersonHasSwitchedOnIsNotLeftOff() {
        JobHistory history = more(unpaid("LINK_TIMED_OUT"), acknowledged(true));

        assertThat(history.leftSwitchedOff()).isEmpty();
        assertThat(history.blocksCluster()).isFalse();
    }

    @Test
    void whatAPersonLeavesOffStaysOffAndIsHis() {
        JobHistory history = more(unpaid("LINK_TIMED_OUT"), acknowledged(false));

        assertThat(history.leftSwitchedOff()).hasSize(1);
        assertThat(history.blocksCluster()).isFalse();
        assertThat(history.retryAt()).isNull();
    }

    @Test
    void anAcknowledgementEndsWithTheNextRestore() {
        JobHistory history = more(
                unpaid("LINK_TIMED_OUT"),
                acknowledged(false),
                new JobEvent.RestoreRequested("operator"),
                new JobEvent.LineBegun(2));
        JobHistory again = more(history, failed("LINK_TIMED_OUT"));

        assertThat(again.isAcknowledged()).isFalse();
        assertThat(again.blocksCluster()).isTrue();
    }

    @Test
    void anAcknowledgementEndsWithARestoreThatIsAskedForWhileItIsTriedAgainToo() {
        JobHistory history = more(
                unpaid("LINK_TIMED_OUT"),
                new JobEvent.RestoreResumed(1),
                new JobEvent.LineBegun(2),
                acknowledged(false),
                new JobEvent.RestoreRequested("operator"));
        JobHistory again = more(history, failed("LINK_TIMED_OUT"));

        assertThat(again.state()).isEqualTo(JobState.NEEDS_ATTENTION);
        assertThat(again.blocksCluster()).isTrue();
        assertThat(again.retryAt()).isNotNull();
        assertThat(again.resumptions()).isZero();
    }

    @Test
    void whatAPersonHasTakenOnHimselfIsNotTriedAgainWithTheRest() {
        JobHistory history = more(unpaid("LINK_TIMED_OUT"), acknowledged(false), new JobEvent.RestoreResumed(1));

        assertThat(history.line(2).outcome()).isEqualTo(LineOutcome.FAILED);
        assertThat(history.leftSwitchedOff()).hasSize(1);
    }

    @Test
    void theTimeInWhichNobodyTriedIsNoTimeInWhichTheTargetCouldNotBeFound() {
        JobEvent delayed = new JobEvent.PlanDelayed("no answer", NOW, "LINK_TIMED_OUT");
        JobHistory history = more(
                JobHistory.of(List.of()), events.get(0), delayed, new JobEvent.Claimed("b", 2, Duration.ofHours(1)));

        assertThat(history.planDelays().since()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    private static JobEvent acknowledged(boolean switchedOn) {
        return new JobEvent.Acknowledged(
                "operator",
                null,
                List.of(new JobEvent.Acknowledged.Thing(
                        HoldKind.REPLICATION_SYNC_MONITOR, MONITOR.subject(), switchedOn)));
    }

    private static JobEvent failed(String code) {
        return new LineFinishedBuilder()
                .line(2)
                .outcome(LineOutcome.FAILED)
                .why("could not be switched on")
                .code(code)
                .commands(List.of())
                .unneeded(false)
                .handedOver(false)
                .build();
    }

    private JobHistory unpaid(String code) {
        JobEvent off = new LineFinishedBuilder()
                .line(1)
                .outcome(LineOutcome.CHANGED)
                .why("is off")
                .commands(List.of())
                .unneeded(false)
                .handedOver(false)
                .build();
        return more(after(ACTING, SENT, off), failed(code));
    }

    private JobHistory after(JobEvent... more) {
        events.addAll(List.of(more));
        return more(JobHistory.of(List.of()), events.toArray(JobEvent[]::new));
    }

    /** The events, each with all that follows from it, as the engine writes them. */
    private static JobHistory more(JobHistory history, JobEvent... more) {
        JobHistory after = history;
        for (JobEvent event : more) {
            boolean isThere = event instanceof JobEvent.LineBegun begun
                    && after.lines().stream().anyMatch(line -> line.number() == begun.line() && line.begunAt() != null);
            if (!isThere) {
                List<JobEvent> all = FollowUps.with(after, List.of(event), NOW);
                after = after.plus(after.numbered(all, NOW));
            }
        }
        return after;
    }
}
