package io.presencemedic.job;

import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.Line;
import io.presencemedic.runbook.Restoring;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The engine: runs a claimed job until it ends, waits, or is lost to another worker. It keeps nothing in memory that
 * the log does not hold, so it may die between any two statements.
 */
final class JobRun {
    private final JobLog log;
    private final ExecutionContext world;
    private final JobTiming timing;

    JobRun(JobLog log, ExecutionContext world, JobTiming timing) {
        this.log = log;
        this.world = world;
        this.timing = timing;
    }

    /**
     * Makes one legal move after the other.
     *
     * @throws ClaimLost if another worker has the job now; nothing was sent after that
     */
    void run() {
        boolean goOn = true;
        while (goOn) {
            if (!log.isHeld()) {
                throw new ClaimLost();
            }
            goOn = make(Transition.after(log.refresh()));
        }
    }

    private boolean make(Transition move) {
        if (move instanceof Transition.MakePlan) {
            return makePlan();
        }
        if (move instanceof Transition.Work work) {
            return work(work.line());
        }
        if (move instanceof Transition.Close close) {
            log.append(JobEvent.LineFinished.closed(close.line(), close.outcome(), close.why(), List.of()));
            return true;
        }
        if (move instanceof Transition.Foresee foresee) {
            return foresee(foresee.line());
        }
        return end(((Transition.End) move).state());
    }

    private boolean makePlan() {
        JobHistory history = log.history();
        try {
            log.append(world.resolve(history));
            return true;
        } catch (TargetRefused refused) {
            return fail(new JobFailure(refused.code(), refused.detail(), null, null));
        } catch (LinkException e) {
            return unreachable(history, e.failure());
        }
    }

    private boolean unreachable(JobHistory history, LinkFailure failure) {
        Instant since = Objects.requireNonNull(history.createdAt());
        Instant deadline = HistoryLineMemory.after(since, timing.linkPatience(), world.pace());
        if (failure.passing() && log.now().isBefore(deadline)) {
            Instant due = log.now().plus(world.pace().ours(timing.pauseAfter(2)));
            return !log.putDown(due);
        }
        return fail(new JobFailure(failure.code(), failure.detail(), null, failure.node()));
    }

    private boolean fail(JobFailure failure) {
        log.append(new JobEvent.Finished(JobState.FAILED, failure, List.of()));
        return false;
    }

    private boolean work(int number) {
        JobHistory history = log.history();
        if (history.line(number).begunAt() == null) {
            history = log.append(new JobEvent.LineBegun(number));
        }
        return new LineRun(log, world, timing, world.plan(history).line(number)).advance();
    }

    private boolean foresee(int number) {
        Line line = world.plan(log.history()).line(number);
        boolean kept = Objects.requireNonNull(line.restores()).when() == Restoring.When.KEPT;
        log.append(
                kept
                        ? JobEvent.LineFinished.closed(
                                number, LineOutcome.SKIPPED, "would be left off, as asked", List.of())
                        : JobEvent.LineFinished.closed(
                                number,
                                LineOutcome.CHANGED,
                                "would be switched on again at the end",
                                line.step().wouldSend()));
        return true;
    }

    private boolean end(JobState state) {
        JobHistory history = log.history();
        log.append(new JobEvent.Finished(state, history.failure().orElse(null), history.leftSwitchedOff()));
        return false;
    }
}
