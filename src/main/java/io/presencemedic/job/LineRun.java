package io.presencemedic.job;

import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.Line;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Brings one line a decision further: look, decide, and record; or commit the intent, act, and record the outcome. */
final class LineRun {
    private static final Logger LOG = Logger.getLogger(LineRun.class);
    /** Whatever a step decides, no line sends more changes than this. */
    private static final int MOST_ACTS = 6;

    private final JobLog log;
    private final JobWorld world;
    private final JobTiming timing;
    private final Line line;
    private final Step step;

    LineRun(JobLog log, JobWorld world, JobTiming timing, Line line) {
        this.log = log;
        this.world = world;
        this.timing = timing;
        this.line = line;
        this.step = line.step();
    }

    /** Whether the job goes on at once; otherwise it was put down. */
    boolean advance() {
        LineHistory past = past();
        if (past.intent()) {
            log.append(new JobEvent.DidAct(
                    line.number(),
                    null,
                    "OUTCOME_UNKNOWN",
                    "The process ended before the answer came; looking again."));
            past = past();
        }
        if (isUnanswered(past)) {
            return awaitAnswer(past);
        }
        Decision decision;
        try {
            decision = decide(past);
        } catch (LinkException e) {
            return trouble(past, e.failure());
        } catch (RuntimeException e) {
            LOG.errorf(e, "step %s of %s failed", step.name(), step.target());
            return finish(
                    LineOutcome.FAILED,
                    "the step failed by an error of this service; its log has the details",
                    "INTERNAL_ERROR",
                    false);
        }
        return follow(decision, past);
    }

    private Decision decide(LineHistory past) throws LinkException {
        JobHistory history = log.history();
        return step.decide(world.look(), new FoldedMemory(history, past, log.now(), world.pace()));
    }

    private boolean follow(Decision decision, LineHistory past) {
        if (decision instanceof Decision.Done done) {
            return finish(reached(past), done.why(), null, false);
        } else if (decision instanceof Decision.Unneeded unneeded) {
            return finish(LineOutcome.ALREADY_SO, unneeded.why(), null, true);
        } else if (decision instanceof Decision.Act act) {
            return act(act, past);
        } else if (decision instanceof Decision.Wait wait) {
            return await(wait, past);
        } else if (decision instanceof Decision.Refuse refuse) {
            return finish(LineOutcome.REFUSED, refuse.why(), refuse.code(), false);
        } else if (decision instanceof Decision.Fail fail) {
            return finish(LineOutcome.FAILED, fail.why(), fail.code(), false);
        }
        Decision.Ask ask = (Decision.Ask) decision;
        Change change = ask.change();
        return (change != null && Boolean.TRUE.equals(past.approved()))
                ? act(new Decision.Act(ask.why(), change), past)
                : ask(ask.why(), change);
    }

    private LineOutcome reached(LineHistory past) {
        boolean changed = past.acts() > 0 || (step.onlyWaits() && past.waited());
        return changed ? LineOutcome.CHANGED : LineOutcome.ALREADY_SO;
    }

    private boolean finish(LineOutcome outcome, String why, @Nullable String code, boolean unneeded) {
        return finish(outcome, why, code, unneeded, null);
    }

    private boolean finish(
            LineOutcome outcome, String why, @Nullable String code, boolean unneeded, @Nullable Change foreseen) {
        Hold restored = outcome.isReached() && !isPlan() ? step.switchesOn().orElse(null) : null;
        List<String> commands = new ArrayList<>(world.sent());
        if (foreseen != null) {
            commands.add(world.wording(foreseen));
        }
        log.append(new JobEvent.LineFinished(line.number(), outcome, why, code, commands, unneeded, restored));
        return true;
    }

    private boolean act(Decision.Act act, LineHistory past) {
        Change change = act.change();
        if (isPlan()) {
            return finish(LineOutcome.CHANGED, act.why(), null, false, change);
        }
        if (past.inDoubt() && !change.repeatable() && past.approved() == null) {
            return ask("It is not known whether \"" + world.wording(change) + "\" took effect. Send it again?", change);
        }
        if (past.acts() >= MOST_ACTS) {
            return finish(
                    LineOutcome.FAILED,
                    "sent " + past.acts() + " changes without reaching the goal",
                    "NO_EFFECT",
                    false);
        }
        JobHistory history = log.append(new JobEvent.Acting(
                line.number(),
                change.node().name(),
                world.wording(change),
                act.why(),
                step.switchesOff().orElse(null),
                act.notes()));
        boolean isGivenUp = history.isCancelRequested() && line.restores() == null;
        return isGivenUp || perform(change);
    }

    private boolean perform(Change change) {
        if (!log.isHeld()) {
            throw new ClaimLost();
        }
        try {
            String answer = world.perform(change);
            log.append(new JobEvent.DidAct(line.number(), answer, null, null));
            return true;
        } catch (LinkException e) {
            LinkFailure failure = e.failure();
            log.append(new JobEvent.DidAct(line.number(), null, failure.code(), failure.detail()));
            return isWorthALook(failure) || finish(LineOutcome.FAILED, failure.detail(), failure.code(), false);
        }
    }

    /** What a lost, refused or unreadable answer means for the change is told by the next look. */
    private static boolean isWorthALook(LinkFailure failure) {
        return failure.passing()
                || failure instanceof LinkFailure.Refused
                || failure instanceof LinkFailure.NotUnderstood;
    }

    private boolean await(Decision.Wait wait, LineHistory past) {
        if (isPlan()) {
            return finish(LineOutcome.CHANGED, "would wait: " + wait.why(), null, false);
        }
        Instant deadline = FoldedMemory.after(Objects.requireNonNull(past.begunAt()), step.patience(), world.pace());
        if (!log.now().isBefore(deadline)) {
            return finish(LineOutcome.TIMED_OUT, wait.why(), "TIMED_OUT", false);
        }
        Instant due = earlier(nextLook(wait, past), deadline);
        if (!wait.why().equals(past.why()) || past.troubles() > 0) {
            log.append(new JobEvent.Waiting(line.number(), wait.why(), due, null, world.sent()));
        }
        return !log.putDown(due);
    }

    private Instant nextLook(Decision.Wait wait, LineHistory past) {
        Instant usual = log.now().plus(world.pace().ours(timing.poll()));
        return wait.sinceAct() == null || past.actedAt() == null
                ? usual
                : FoldedMemory.after(past.actedAt(), wait.sinceAct(), world.pace());
    }

    private boolean trouble(LineHistory past, LinkFailure failure) {
        Instant since = past.troubleSince() == null ? log.now() : past.troubleSince();
        Instant deadline = FoldedMemory.after(since, timing.linkPatience(), world.pace());
        if (!failure.passing() || isPlan() || !log.now().isBefore(deadline)) {
            return finish(LineOutcome.FAILED, failure.detail(), failure.code(), false);
        }
        Duration pause = past.troubles() == 0 ? Duration.ZERO : timing.pauseAfter(past.troubles() - 1);
        Instant due = earlier(log.now().plus(world.pace().ours(pause)), deadline);
        log.append(new JobEvent.Waiting(line.number(), failure.detail(), due, failure.code(), world.sent()));
        return pause.isZero() || !log.putDown(due);
    }

    private boolean ask(String question, @Nullable Change change) {
        if (isPlan()) {
            return finish(LineOutcome.CHANGED, "would ask for an approval: " + question, null, false, change);
        }
        Instant expiry = log.now().plus(world.pace().ours(timing.approvalExpiry()));
        log.append(new JobEvent.OperatorAsked(
                line.number(), question, change == null ? null : world.wording(change), expiry));
        return !log.putDown(expiry);
    }

    private static boolean isUnanswered(LineHistory past) {
        return past.asked() != null && !Boolean.TRUE.equals(past.approved());
    }

    private boolean awaitAnswer(LineHistory past) {
        JobEvent.OperatorAsked asked = Objects.requireNonNull(past.asked());
        if (Boolean.FALSE.equals(past.approved())) {
            return finish(LineOutcome.CANCELLED, "an operator declined: " + asked.question(), null, false);
        }
        if (!log.now().isBefore(asked.expiresAt())) {
            return finish(LineOutcome.CANCELLED, "nobody answered in time: " + asked.question(), null, false);
        }
        return !log.putDown(asked.expiresAt());
    }

    private boolean isPlan() {
        return log.history().submitted().mode() == JobMode.PLAN;
    }

    private LineHistory past() {
        return log.history().line(line.number());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
