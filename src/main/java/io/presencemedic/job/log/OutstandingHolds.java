package io.presencemedic.job.log;

import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.Restoring;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a job has switched off and not proven to be on again. */
public final class OutstandingHolds {
    private OutstandingHolds() {}

    /**
     * The line whose hold is to be restored by this one, while it is owed: the one that it belongs to, or an earlier
     * one that switched the same off and could not be restored in its own chapter.
     */
    static Optional<LineHistory> owed(JobHistory history, LineHistory restoring) {
        Restoring restores = restoring.restores();
        if (restores == null) {
            return Optional.empty();
        }
        LineHistory taker = history.line(restores.line());
        return taker.outcome() == LineOutcome.ALREADY_SO
                ? history.lines().stream()
                        .filter(line -> line.hold() != null && isSame(line, taker))
                        .findFirst()
                : Optional.of(taker).filter(line -> line.hold() != null);
    }

    private static boolean isSame(LineHistory one, LineHistory other) {
        return one.step().equals(other.step()) && one.target().equals(other.target());
    }

    /** Whether an earlier line had switched off what this one found off. */
    public static boolean wasTaken(JobHistory history, LineHistory taker) {
        return history.lines().stream().anyMatch(line -> line.heldSince() != null && isSame(line, taker));
    }

    /** What is off by this job. */
    public static List<Hold> holds(JobHistory history) {
        return history.lines().stream()
                .map(LineHistory::hold)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What the job has switched off with the later events. */
    public static List<Hold> added(JobHistory before, JobHistory after) {
        List<Hold> known = holds(before);
        return holds(after).stream().filter(hold -> !known.contains(hold)).toList();
    }

    /** What these events say is on again, whoever had switched it off. */
    public static List<Hold> restored(List<JobEvent> events) {
        return events.stream()
                .filter(event -> event instanceof JobEvent.LineFinished)
                .map(event -> ((JobEvent.LineFinished) event).restored())
                .filter(Objects::nonNull)
                .toList();
    }

    /** What the job had surely switched off and somebody else has switched on again. */
    public static List<Hold> overruled(JobHistory history) {
        return history.lines().stream()
                .filter(line -> line.restored() != null && line.changes().count() == 0)
                .filter(line -> wasSurelyTaken(history, line))
                .map(LineHistory::restored)
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean wasSurelyTaken(JobHistory history, LineHistory restoring) {
        Restoring restores = restoring.restores();
        return restores != null
                && history.lines().stream()
                        .filter(line -> isSame(line, history.line(restores.line())))
                        .anyMatch(line ->
                                line.heldSince() != null && !line.changes().inDoubt());
    }

    /** The first restoring line that has failed, so that something stays off. */
    public static Optional<LineHistory> unpaid(JobHistory history) {
        return history.lines().stream().filter(line -> isUnpaid(history, line)).findFirst();
    }

    /** Whether the line was to switch something on and has ended without it. */
    public static boolean isUnpaid(JobHistory history, LineHistory line) {
        boolean gaveUp = line.failed() || line.outcome() == LineOutcome.CANCELLED;
        return gaveUp && history.owes(line);
    }

    /** A restoring line of a chapter that has left something off for the next one, which is off still. */
    public static Optional<LineHistory> keptForTheNext(JobHistory history) {
        return history.lines().stream()
                .filter(line -> line.part() > 0 && line.outcome() == LineOutcome.SKIPPED)
                .filter(line -> line.restores() != null && line.restores().when() == Restoring.When.KEPT)
                .filter(history::owes)
                .findFirst();
    }

    /** What is off, for the report. */
    static List<LeftSwitchedOff> left(JobHistory history) {
        return history.lines().stream()
                .filter(line -> line.hold() != null)
                .map(taker -> left(history, taker))
                .toList();
    }

    private static LeftSwitchedOff left(JobHistory history, LineHistory taker) {
        Hold hold = Objects.requireNonNull(taker.hold());
        String why = history.lines().stream()
                .filter(line -> line.restores() != null && line.restores().line() == taker.number())
                .map(line -> line.why().isEmpty() ? "the job is still holding it off" : line.why())
                .findFirst()
                .orElse("nothing in the plan switches it on again");
        return new LeftSwitchedOff(
                hold.kind(), hold.subject(), taker.number(), Objects.requireNonNull(taker.heldSince()), why);
    }
}
