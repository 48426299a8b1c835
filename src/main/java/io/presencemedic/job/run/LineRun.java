package io.presencemedic.job.run;

import io.presencemedic.database.DatabaseTrouble;
import io.presencemedic.job.log.Chapters;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.ChangeReply;
import io.presencemedic.runbook.ClaimLost;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.FailureContext;
import io.presencemedic.runbook.Line;
import io.presencemedic.runbook.Step;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Brings one line a decision further: look, decide, and record; or commit the intent, act, and record the outcome. */
final class LineRun {
    private static final Logger LOG = Logger.getLogger(LineRun.class);
    private final JobLog log;
    private final ExecutionContext world;
    private final Line line;
    private final Step step;
    private final LineEnd end;
    private final LinePause pause;

    LineRun(JobLog log, ExecutionContext world, JobTiming timing, Line line) {
        this.log = log;
        this.world = world;
        this.line = line;
        this.step = line.step();
        this.end = new LineEnd(log, world, line);
        this.pause = new LinePause(log, world, timing, line);
    }

    /** Whether the job goes on at once; otherwise it was put down. */
    boolean advance() {
        LineHistory past = past();
        if (past.changes().intent()) {
            log.append(JobEvent.DidAct.brokenOff(line.number()));
            past = past();
        }
        if (Approvals.isUnanswered(past)) {
            return awaitAnswer(past);
        }
        Decision decision;
        try {
            decision = decide(past);
        } catch (LinkException e) {
            return pause.untilReachable(e.failure(), past);
        } catch (ClaimLost e) {
            throw e;
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isPassing(e)) {
                throw e;
            }
            LOG.errorf(e, "step %s of %s failed", step.name(), step.target());
            return end.with(
                    LineOutcome.FAILED,
                    "the step failed by an error of this service; its log has the details",
                    "INTERNAL_ERROR");
        }
        return follow(decision, past);
    }

    private Decision decide(LineHistory past) throws LinkException {
        JobHistory history = log.history();
        return step.decide(world.look(), new HistoryLineMemory(history, past, log.now(), world));
    }

    private boolean follow(Decision decision, LineHistory past) {
        if (decision instanceof Decision.Done done) {
            return end.with(reached(past), done.why(), null);
        } else if (decision instanceof Decision.Unneeded unneeded) {
            return end.unneeded(
                    past.changes().count() > 0 ? LineOutcome.CHANGED : LineOutcome.ALREADY_SO, unneeded.why());
        } else if (decision instanceof Decision.Act act) {
            return act(act, past);
        } else if (decision instanceof Decision.Wait wait) {
            return await(wait, past);
        } else if (decision instanceof Decision.Refuse refuse) {
            return end.failed(LineOutcome.REFUSED, refuse.why(), refuse.code(), refuse.context());
        } else if (decision instanceof Decision.Fail fail) {
            return fail.switchedOn()
                    ? end.failedThoughOn(fail.why(), fail.code(), fail.context())
                    : end.failed(LineOutcome.FAILED, fail.why(), fail.code(), fail.context());
        } else if (decision instanceof Decision.HandOver over) {
            return end.handedOver(over.why(), over.code(), over.context());
        } else if (decision instanceof Decision.Continue next) {
            return begin(next, past);
        }
        return ask((Decision.Ask) decision, past);
    }

    private boolean ask(Decision.Ask ask, LineHistory past) {
        Change change = ask.change();
        if (!Chapters.mayAsk(log.history(), past)) {
            return end.failed(
                    LineOutcome.REFUSED,
                    "needs an approval, and this job is not to ask for one: " + ask.why()
                            + (change == null ? "" : " (" + change.text() + ")"),
                    "APPROVAL_NOT_ALLOWED",
                    ask.context());
        }
        if (change != null && Approvals.given(log.history(), past, world.wording(change))) {
            return act(new Decision.Act(ask.why(), change), past);
        }
        return ask(change == null ? ask.why() : Approvals.question(past, ask.why()), change);
    }

    /** Finds the next runbook's target and adds its lines to the plan, in the same write that ends this line. */
    private boolean begin(Decision.Continue next, LineHistory past) {
        try {
            return end.before(world.resolve(log.history(), past, next.chapter()), next.why());
        } catch (LinkException e) {
            LinkFailure failure = e.failure();
            return failure.mayComeBack() && pause.isPatient(past)
                    ? pause.untilReachable(failure, past)
                    : end.handedOver(next.why() + "; but " + failure.detail(), failure.code(), FailureContext.NONE);
        } catch (TargetRefused refused) {
            return end.handedOver(next.why() + "; but " + refused.detail(), refused.code(), FailureContext.NONE);
        }
    }

    private LineOutcome reached(LineHistory past) {
        boolean changed = past.changes().count() > 0 || (step.onlyWaits() && past.waited());
        return changed ? LineOutcome.CHANGED : LineOutcome.ALREADY_SO;
    }

    private boolean act(Decision.Act act, LineHistory past) {
        Change change = act.change();
        if (isPlan()) {
            return foresee(act.why(), List.of(change), past);
        }
        if (mayBeUnderWay(change, past)) {
            return await(
                    new Decision.Wait("\"" + world.wording(change)
                            + "\" was not answered in time, and the node may still be at it; before: " + act.why()),
                    past);
        }
        if (past.changes().inDoubt() && !change.repeatable() && !past.mayRepeat()) {
            return ask("It is not known whether \"" + world.wording(change) + "\" took effect. Send it again?", change);
        }
        if (past.changes().tries().all() >= step.mostChanges()) {
            return end.with(
                    LineOutcome.FAILED,
                    "sent " + past.changes().count() + " changes without reaching the goal",
                    "NO_EFFECT");
        }
        JobHistory history = log.append(new JobEvent.Acting(
                line.number(),
                change.node().name(),
                world.wording(change),
                act.why(),
                step.switchesOff().orElse(null),
                act.notes(),
                act.found()));
        boolean isGivenUp = history.isCancelRequested() && line.restores() == null;
        return isGivenUp || perform(change);
    }

    /** A change whose answer was given up is not sent again while the node may be at work on it (C8). */
    private boolean mayBeUnderWay(Change change, LineHistory past) {
        Instant lastAt = past.changes().lastAt();
        return lastAt != null
                && past.changes().mayBeUnderWay(change.node().name(), world.wording(change))
                && log.now()
                        .isBefore(
                                HistoryLineMemory.after(lastAt, step.patience().dividedBy(2), world.pace()));
    }

    private boolean foresee(String why, List<Change> first, LineHistory past) {
        try {
            return new LineForesight(log.history(), world, line)
                    .foreseen()
                    .map(left -> left.changes().isEmpty()
                            ? end.with(LineOutcome.ALREADY_SO, left.why(), null)
                            : end.foreseen(left.why(), left.changes()))
                    .orElseGet(() -> end.foreseen(why, first));
        } catch (LinkException e) {
            return pause.untilReachable(e.failure(), past);
        }
    }

    private boolean perform(Change change) {
        if (!log.mayChange()) {
            throw new ClaimLost();
        }
        try {
            ChangeReply reply = world.perform(change);
            log.append(new JobEvent.DidAct(line.number(), reply.words(), null, null, reply.notes(), null));
            return true;
        } catch (LinkException e) {
            LinkFailure failure = e.failure();
            // Only what left this process counts as sent.
            if (!e.sent() || failure instanceof LinkFailure.NeverSent || isRefusedWhole(change, failure)) {
                log.append(new JobEvent.DidAct(line.number(), null, failure.code(), failure.detail(), null, true));
                return pause.untilReachable(failure, past());
            }
            log.append(new JobEvent.DidAct(line.number(), null, failure.code(), failure.detail()));
            return isWorthALook(failure) || end.with(LineOutcome.FAILED, failure.detail(), failure.code());
        }
    }

    /** A web service that refuses to switch something off has left it on: nothing is owed. */
    private boolean isRefusedWhole(Change change, LinkFailure failure) {
        return step.switchesOff().isPresent()
                && change instanceof Change.ByOperation
                && failure instanceof LinkFailure.Refused;
    }

    /** What a lost, refused or unreadable answer means for the change is told by the next look. */
    private static boolean isWorthALook(LinkFailure failure) {
        return failure.mayComeBack()
                || failure instanceof LinkFailure.Refused
                || failure instanceof LinkFailure.NotUnderstood;
    }

    /** A node could not be asked; whether the job goes on at once. */
    boolean trouble(LinkFailure failure) {
        return pause.untilReachable(failure, past());
    }

    private boolean await(Decision.Wait wait, LineHistory past) {
        return isPlan() ? foresee("would wait: " + wait.why(), List.of(), past) : pause.untilNextLook(wait, past);
    }

    private boolean ask(String question, @Nullable Change change) {
        if (isPlan()) {
            return end.foreseen("would ask for an approval: " + question, change == null ? List.of() : List.of(change));
        }
        return pause.untilAnswered(question, change == null ? null : world.wording(change));
    }

    private boolean awaitAnswer(LineHistory past) {
        return Approvals.refusal(past, log.now())
                .map(why -> end.with(LineOutcome.CANCELLED, why, null))
                .orElseGet(() -> pause.untilAnswered(past));
    }

    private boolean isPlan() {
        return log.history().isPlan();
    }

    private LineHistory past() {
        return log.history().line(line.number());
    }
}
