package io.presencemedic.job.run;

import io.presencemedic.job.log.Chapters;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.job.log.OutstandingHolds;
import io.presencemedic.runbook.Restoring;
import java.util.Optional;

/** The next legal move of a job. {@link #after} is the one place that knows which moves are legal. */
public sealed interface Transition {
    /** Find the target on the cluster and make the plan. */
    record MakePlan() implements Transition {}

    /** Work on a line. */
    record Work(int line) implements Transition {}

    /** End a line without working on it. */
    record Close(int line, LineOutcome outcome, String why) implements Transition {}

    /** Say of a line what it would do at the end, without looking: what it restores is not switched off yet. */
    record Foresee(int line) implements Transition {}

    /** End the job. */
    record End(JobState state) implements Transition {}

    /** Says what comes after everything that the log tells. */
    static Transition after(JobHistory history) {
        if (history.planned().isEmpty()) {
            return history.isCancelRequested() ? new End(JobState.CANCELLED) : new MakePlan();
        }
        return history.lines().stream()
                .filter(line -> line.outcome() == null)
                .findFirst()
                .map(line -> line.restores() == null ? body(history, line) : restore(history, line))
                .orElseGet(() -> end(history));
    }

    /** Between two chapters something may stay off; where no other chapter comes to switch it on, it is switched on. */
    private static Transition end(JobHistory history) {
        return OutstandingHolds.keptForTheNext(history)
                .<Transition>map(line -> new Work(line.number()))
                .orElseGet(() -> new End(ending(history)));
    }

    private static Transition body(JobHistory history, LineHistory line) {
        if (history.isCancelRequested()) {
            return new Close(line.number(), LineOutcome.CANCELLED, "given up: the job was cancelled");
        }
        if (history.isPlan() && Chapters.looksAgain(history, line)) {
            return new Close(line.number(), LineOutcome.SKIPPED, "would look again then");
        }
        return stopped(history, line)
                .<Transition>map(why -> new Close(line.number(), LineOutcome.SKIPPED, why))
                .orElseGet(() -> new Work(line.number()));
    }

    private static Transition restore(JobHistory history, LineHistory line) {
        if (history.owes(line)) {
            return mayKeep(history, line)
                    ? new Close(line.number(), LineOutcome.SKIPPED, "left off, as asked")
                    : new Work(line.number());
        }
        LineHistory taker = history.line(restoring(line).line());
        if (taker.outcome() == LineOutcome.CHANGED && history.isPlan()) {
            return new Foresee(line.number());
        }
        boolean foundOff = taker.outcome() == LineOutcome.ALREADY_SO;
        if (foundOff
                && restoring(line).when() == Restoring.When.OWED_OR_FOUND_OFF
                && stopped(history, line).isEmpty()) {
            return new Work(line.number());
        }
        String why = "nothing was switched off";
        if (foundOff) {
            why = OutstandingHolds.wasTaken(history, taker)
                    ? "switched on again already"
                    : "left as found: it was off before this job";
        }
        return new Close(line.number(), LineOutcome.SKIPPED, why);
    }

    private static boolean mayKeep(JobHistory history, LineHistory line) {
        return restoring(line).when() == Restoring.When.KEPT
                && line.begunAt() == null
                && !history.isRestoreRequested()
                && !history.isCancelRequested()
                && stopped(history, line).isEmpty();
    }

    private static Restoring restoring(LineHistory line) {
        return java.util.Objects.requireNonNull(line.restores());
    }

    /** Why the line is not reached, if it is not: by what came before it in its own part, or by what ends the job. */
    private static Optional<String> stopped(JobHistory history, LineHistory line) {
        Optional<LineHistory> failed = Chapters.failed(history, line.part());
        if (failed.isPresent()) {
            return Optional.of("not reached: line " + failed.get().number() + " did not succeed");
        }
        return history.lines().stream()
                .filter(other ->
                        other.outcome() == LineOutcome.CANCELLED || (other.unneeded() && other.part() == line.part()))
                .findFirst()
                .map(other -> (other.unneeded() ? "not needed: " : "not reached: ") + other.why());
    }

    private static JobState ending(JobHistory history) {
        boolean handedOver = history.lines().stream().anyMatch(LineHistory::handedOver);
        if (handedOver || OutstandingHolds.unpaid(history).isPresent()) {
            return JobState.NEEDS_ATTENTION;
        }
        if (history.failure().isPresent()) {
            return JobState.FAILED;
        }
        boolean cut = history.lines().stream().anyMatch(line -> line.outcome() == LineOutcome.CANCELLED);
        return cut ? JobState.CANCELLED : JobState.SUCCEEDED;
    }
}
