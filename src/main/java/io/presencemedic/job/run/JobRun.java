package io.presencemedic.job.run;

import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.job.log.LinkTroubles;
import io.presencemedic.job.log.PlanHash;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.ClaimLost;
import io.presencemedic.runbook.Line;
import io.presencemedic.runbook.Restoring;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The engine: runs a claimed job until it ends, waits, or is lost to another worker. It keeps nothing in memory that
 * the log does not hold, so it may die between any two statements.
 */
public final class JobRun {
    private final JobLog log;
    private final ExecutionContext world;
    private final JobTiming timing;

    /** A job that goes on where its log ends. */
    public JobRun(JobLog log, ExecutionContext world, JobTiming timing) {
        this.log = log;
        this.world = world;
        this.timing = timing;
    }

    /**
     * Makes one legal move after the other.
     *
     * @throws ClaimLost if another worker has the job now; nothing was sent after that
     */
    public void run() {
        boolean goOn = !log.history().isFinished();
        while (goOn) {
            if (!log.isHeld()) {
                throw new ClaimLost();
            }
            goOn = make(Transition.after(log.history())) && !log.history().isFinished();
        }
    }

    private boolean make(Transition move) {
        if (move instanceof Transition.MakePlan) {
            return makePlan();
        }
        if (move instanceof Transition.Work work) {
            return work(work.line());
        }
        if (move instanceof Transition.Foresee foresee) {
            return foresee(foresee.line());
        }
        log.append(
                move instanceof Transition.Close close
                        ? FollowUps.closed(close)
                        : FollowUps.finished(log.history(), (Transition.End) move, log.now()));
        return true;
    }

    private boolean makePlan() {
        JobHistory history = log.history();
        try {
            JobEvent.Planned planned = world.resolve(history);
            Optional<JobFailure> changed = difference(history, planned);
            if (changed.isPresent()) {
                return fail(changed.get());
            }
            List<JobEvent> events = new ArrayList<>(List.of(planned));
            events.addAll(world.doneBefore(history, planned));
            log.append(events);
            return true;
        } catch (TargetRefused refused) {
            return fail(new JobFailure(refused.code(), refused.sentence(), null, null));
        } catch (LinkException e) {
            return unreachable(history, e.failure());
        }
    }

    /**
     * Where the job is bound to a plan: what keeps it from being the same now.
     *
     * @throws LinkException where that cannot be told now, and may be told a little later
     */
    private Optional<JobFailure> difference(JobHistory history, JobEvent.Planned planned) throws LinkException {
        JobEvent.Submitted submitted = history.submitted();
        if (submitted.mode() != JobMode.EXECUTE || submitted.planHash() == null) {
            return Optional.empty();
        }
        InMemoryJobLog again = new InMemoryJobLog(submitted, planned, log.now());
        new JobRun(again, world, timing).run();
        LinkFailure unseen = again.lookFailure();
        if (unseen != null && unseen.mayComeBack()) {
            throw new LinkException(unseen);
        }
        if (PlanHash.of(again.history()).filter(submitted.planHash()::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(again.history()
                .failure()
                .map(failure -> new JobFailure(
                        failure.code(), "The plan cannot be compared: " + failure.detail(), null, failure.target()))
                .orElseGet(() -> new JobFailure(
                        "PLAN_CHANGED",
                        "The cluster is not as it was when the plan was made. Nothing was done; make a new plan.",
                        null,
                        null)));
    }

    private boolean unreachable(JobHistory history, LinkFailure failure) {
        LinkTroubles delays = history.planDelays();
        Instant since = delays.since() == null ? log.now() : delays.since();
        Instant deadline = HistoryLineMemory.after(since, timing.linkPatience(), world.pace());
        if (!failure.mayComeBack() || !log.now().isBefore(deadline)) {
            return fail(new JobFailure(failure.code(), failure.detail(), null, failure.node()));
        }
        Duration pause = world.pace().ours(timing.pauseAfter(delays.count()));
        Instant due = log.now().plus(pause);
        return !log.putDown(List.of(new JobEvent.PlanDelayed(failure.detail(), due, failure.code())), due);
    }

    private boolean fail(JobFailure failure) {
        log.append(new JobEvent.Finished(JobState.FAILED, failure, List.of()));
        return false;
    }

    private boolean work(int number) {
        LogContext.line(number);
        JobHistory history = log.history();
        if (history.line(number).begunAt() == null) {
            history = log.append(new JobEvent.LineBegun(number));
        }
        if (PlanApproval.isMissing(history)) {
            Instant expiry = log.now().plus(world.pace().ours(timing.approvalExpiry()));
            return !log.putDown(List.of(PlanApproval.question(history, number, expiry)), expiry);
        }
        Line line = world.plan(history).line(number);
        LineRun run = new LineRun(log, world, timing, line);
        try {
            Optional<JobFailure> outdated = PlanApproval.isFresh(history) ? outdated(history) : Optional.empty();
            return outdated.isPresent() ? refuse(line, outdated.get()) : run.advance();
        } catch (LinkException e) {
            return run.trouble(e.failure());
        }
    }

    /** What keeps an approved plan from being the same now. */
    private Optional<JobFailure> outdated(JobHistory history) throws LinkException {
        try {
            return difference(history, world.resolve(history));
        } catch (TargetRefused refused) {
            return Optional.of(new JobFailure(refused.code(), refused.sentence(), null, null));
        }
    }

    private boolean refuse(Line line, JobFailure failure) {
        return new LineEnd(log, world, line).with(LineOutcome.REFUSED, failure.detail(), failure.code());
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
}
