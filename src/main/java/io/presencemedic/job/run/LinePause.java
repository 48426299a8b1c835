package io.presencemedic.job.run;

import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts the job down while its line waits for the cluster, for a node or for a person, and ends the line when its
 * patience is over. Every method says whether the job goes on at once.
 */
final class LinePause {
    private final JobLog log;
    private final ExecutionContext world;
    private final JobTiming timing;
    private final Line line;
    private final LineEnd end;

    LinePause(JobLog log, ExecutionContext world, JobTiming timing, Line line) {
        this.log = log;
        this.world = world;
        this.timing = timing;
        this.line = line;
        this.end = new LineEnd(log, world, line);
    }

    /** The step has decided to wait. */
    boolean untilNextLook(Decision.Wait wait, LineHistory past) {
        Instant deadline = HistoryLineMemory.after(
                Objects.requireNonNull(past.patientSince(log.now())),
                line.step().patience(),
                world.pace());
        if (!log.now().isBefore(deadline)) {
            return end.failed(LineOutcome.TIMED_OUT, wait.why(), "TIMED_OUT", wait.context());
        }
        Instant due = earlier(nextLook(wait, past), deadline);
        boolean isSaid = wait.why().equals(past.why())
                && past.troubles().count() == 0
                && log.history().state() != JobState.RUNNING
                // Said again behind a claim, or it would look as if that had ended in nothing.
                && log.history().claimsInARow() == 0;
        return !log.putDown(
                isSaid ? List.of() : List.of(new JobEvent.Waiting(line.number(), wait.why(), due, null, world.sent())),
                due);
    }

    private Instant nextLook(Decision.Wait wait, LineHistory past) {
        if (line.step().sleepsThrough()) {
            return endOfHold(wait, past);
        }
        Instant usual = log.now().plus(world.pace().ours(timing.poll()));
        return wait.sinceAct() == null || past.changes().lastAt() == null
                ? usual
                : HistoryLineMemory.after(past.changes().lastAt(), wait.sinceAct(), world.pace());
    }

    /** Nothing is to be seen while something is held off: the job sleeps until the time is over, or somebody speaks. */
    private Instant endOfHold(Decision.Wait wait, LineHistory past) {
        JobHistory history = log.history();
        return history.extended()
                .map(extension -> HistoryLineMemory.after(
                        Objects.requireNonNull(history.extendedAt()), extension.restoreAfter(), world.pace()))
                .orElseGet(() -> HistoryLineMemory.after(
                        Objects.requireNonNull(past.begunAt()),
                        Objects.requireNonNullElse(wait.sinceAct(), timing.poll()),
                        world.pace()));
    }

    /** Whether a node that cannot be asked is still waited for. */
    boolean isPatient(LineHistory past) {
        return log.canWait() && log.now().isBefore(deadline(past));
    }

    private Instant deadline(LineHistory past) {
        Instant since = Objects.requireNonNullElseGet(past.troubles().since(), log::now);
        return HistoryLineMemory.after(since, timing.linkPatience(), world.pace());
    }

    /** A node could not be asked. */
    boolean untilReachable(LinkFailure failure, LineHistory past) {
        log.lookFailed(failure);
        if (!failure.mayComeBack() || !isPatient(past)) {
            return end.with(LineOutcome.FAILED, failure.detail(), failure.code());
        }
        Duration pause = past.troubles().count() == 0
                ? Duration.ZERO
                : timing.pauseAfter(past.troubles().count() - 1);
        Instant due = earlier(log.now().plus(world.pace().ours(pause)), deadline(past));
        JobEvent.Waiting waiting =
                new JobEvent.Waiting(line.number(), failure.detail(), due, failure.code(), world.sent());
        if (pause.isZero()) {
            log.append(waiting);
            return true;
        }
        return !log.putDown(List.of(waiting), due);
    }

    /**
     * Asks a person.
     *
     * @param command what is sent if the answer is yes; null where that is not known yet
     */
    boolean untilAnswered(String question, @Nullable String command) {
        Instant expiry = log.now().plus(world.pace().ours(timing.approvalExpiry()));
        return !log.putDown(List.of(new JobEvent.OperatorAsked(line.number(), question, command, expiry)), expiry);
    }

    /** A person was asked before, and may still answer. */
    boolean untilAnswered(LineHistory past) {
        return !log.putDown(List.of(), Objects.requireNonNull(past.asked()).expiresAt());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
