package io.presencemedic.job.run;

import io.presencemedic.http.Problem;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.OutstandingHolds;
import io.presencemedic.runbook.Hold;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may say to a job: each sees the log and gives the events that follow, none where it was said
 * already.
 */
public final class JobCommands {
    private JobCommands() {}

    /** Stop, and switch on again what is off. Nothing happens to a job that is final. */
    public static Function<JobHistory, List<JobEvent>> cancel(String by, @Nullable String reason) {
        return history -> history.isFinished() || history.isCancelRequested()
                ? List.of()
                : List.of(new JobEvent.CancelRequested(by, reason));
    }

    /** Switch on again what the job holds or has left off. */
    public static Function<JobHistory, List<JobEvent>> restore(String by) {
        return history -> {
            boolean nothingOff =
                    history.isFinished() && history.leftSwitchedOff().isEmpty();
            boolean underWay = !history.isFinished() && history.isRestoreRequested();
            return nothingOff || underWay ? List.of() : List.of(new JobEvent.RestoreRequested(by));
        };
    }

    /** Hold off for so long from now on. */
    public static Function<JobHistory, List<JobEvent>> extend(String by, Duration restoreAfter) {
        return history -> {
            boolean isHolding = history.lines().stream().anyMatch(line -> line.sleeps() && line.outcome() == null);
            if (history.isFinished() || !isHolding) {
                throw Problem.of(409, "NOTHING_HELD", "The job does not hold anything off for a time.")
                        .exception();
            }
            return List.of(new JobEvent.HoldExtended(by, restoreAfter));
        };
    }

    /** An operator sees to what is left off. */
    public static Function<JobHistory, List<JobEvent>> acknowledge(
            String by, @Nullable String comment, @Nullable List<JobEvent.Acknowledged.Thing> things) {
        return history -> {
            List<Hold> left = OutstandingHolds.holds(history);
            if (history.isAcknowledged() && (things == null || left.isEmpty())) {
                return List.of();
            }
            requireLeft(left, things);
            if (history.state() != JobState.NEEDS_ATTENTION) {
                throw Problem.of(
                                409,
                                "NOTHING_TO_ACKNOWLEDGE",
                                "Only a job that needs attention can be acknowledged; this one is " + history.state()
                                        + ".")
                        .exception();
            }
            return List.of(new JobEvent.Acknowledged(by, comment, things));
        };
    }

    private static void requireLeft(List<Hold> left, @Nullable List<JobEvent.Acknowledged.Thing> things) {
        if (things != null && !things.stream().allMatch(thing -> left.contains(thing.hold()))) {
            throw Problem.invalid("things", "must be what the job left switched off, as leftSwitchedOff names it")
                    .exception();
        }
    }

    /** An operator decides what the job asked. */
    public static Function<JobHistory, List<JobEvent>> answer(boolean approved, String by, @Nullable String comment) {
        return history -> {
            LineHistory asking = history.lines().stream()
                    .filter(line -> line.asked() != null)
                    .reduce((first, second) -> second)
                    .orElseThrow(() -> notAsking(history));
            if (asking.approved() != null) {
                if (asking.approved() == approved) {
                    return List.of();
                }
                throw Problem.of(
                                409,
                                "ALREADY_ANSWERED",
                                "Line " + asking.number() + " was already " + (approved ? "declined" : "approved")
                                        + ".")
                        .exception();
            }
            if (history.state() != JobState.AWAITING_APPROVAL) {
                throw notAsking(history);
            }
            if (by.equals(history.submitted().requestedBy())) {
                throw Problem.of(
                                403,
                                "OWN_JOB",
                                "Nobody approves a job that he requested himself. Ask another approver.")
                        .exception();
            }
            return List.of(new JobEvent.OperatorAnswered(asking.number(), approved, by, comment));
        };
    }

    private static RuntimeException notAsking(JobHistory history) {
        return Problem.of(409, "NO_QUESTION", "The job asks nothing; it is " + history.state() + ".")
                .exception();
    }
}
