package io.presencemedic.job.run;

import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.LineFinishedBuilder;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.FailureContext;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records how a line ends. Every method says that the job goes on at once. */
final class LineEnd {
    /** What the end of a line says about the rest of its runbook. */
    private enum Meaning {
        /** Nothing. */
        OF_THIS_LINE,
        /** There is nothing to do, or nothing more. */
        UNNEEDED,
        /** Persons have to do what is left. */
        HANDED_OVER
    }

    private final JobLog log;
    private final ExecutionContext world;
    private final Line line;

    LineEnd(JobLog log, ExecutionContext world, Line line) {
        this.log = log;
        this.world = world;
        this.line = line;
    }

    /** @param code the failure's code; null where the outcome is none */
    boolean with(LineOutcome outcome, String why, @Nullable String code) {
        return write(outcome, why, code, FailureContext.NONE, Meaning.OF_THIS_LINE, restored(outcome));
    }

    /** The line failed, with what belongs to that beside the sentence. */
    boolean failed(LineOutcome outcome, String why, String code, FailureContext context) {
        return write(outcome, why, code, context, Meaning.OF_THIS_LINE, restored(outcome));
    }

    /** The line failed, and what it switches on is on: nothing is owed for it any more. */
    boolean failedThoughOn(String why, String code, FailureContext context) {
        return write(LineOutcome.FAILED, why, code, context, Meaning.OF_THIS_LINE, switchedOn());
    }

    /** The whole runbook has nothing to do, or nothing more. */
    boolean unneeded(LineOutcome outcome, String why) {
        return write(outcome, why, null, FailureContext.NONE, Meaning.UNNEEDED, restored(outcome));
    }

    /** Persons have to do what is left. */
    boolean handedOver(String why, String code, FailureContext context) {
        return write(LineOutcome.FAILED, why, code, context, Meaning.HANDED_OVER, null);
    }

    /** Says in a plan what would be done, and what would be sent for it. */
    boolean foreseen(String why, List<Change> changes) {
        List<String> commands = new ArrayList<>(world.sent());
        changes.forEach(change -> commands.add(world.wording(change)));
        log.append(JobEvent.LineFinished.closed(line.number(), LineOutcome.CHANGED, why, commands));
        return true;
    }

    /** Another chapter comes next; it is planned in the same write. */
    boolean before(JobEvent.ChapterPlanned chapter, String why) {
        log.append(List.of(
                JobEvent.LineFinished.closed(line.number(), LineOutcome.ALREADY_SO, why, world.sent()), chapter));
        return true;
    }

    private @Nullable Hold restored(LineOutcome outcome) {
        return outcome.isReached() ? switchedOn() : null;
    }

    private @Nullable Hold switchedOn() {
        return log.history().isPlan() ? null : line.step().switchesOn().orElse(null);
    }

    private boolean write(
            LineOutcome outcome,
            String why,
            @Nullable String code,
            FailureContext context,
            Meaning meaning,
            @Nullable Hold restored) {
        log.append(new LineFinishedBuilder()
                .line(line.number())
                .outcome(outcome)
                .why(why + brokenOff())
                .code(code)
                .commands(world.sent())
                .unneeded(meaning == Meaning.UNNEEDED)
                .restored(restored)
                .handedOver(meaning == Meaning.HANDED_OVER)
                .context(context.holdsNothing() ? null : context)
                .build());
        return true;
    }

    /** What a reader has to know who counts the changes. */
    private String brokenOff() {
        int times = log.history().line(line.number()).changes().tries().allBrokenOff();
        return times == 0
                ? ""
                : " (the process of this service ended " + (times == 1 ? "once" : times + " times")
                        + " before a change of this line was answered)";
    }
}
