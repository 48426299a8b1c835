package io.presencemedic.job;

import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.Restoring;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a job has switched off and not proven to be on again. */
final class Debts {
    private Debts() {}

    /** The line whose hold is to be restored by this one, while it is owed. */
    static Optional<LineHistory> owed(JobHistory history, LineHistory restoring) {
        Restoring restores = restoring.restores();
        return restores == null
                ? Optional.empty()
                : Optional.of(history.line(restores.line())).filter(taker -> taker.hold() != null);
    }

    /** Whether a restoring line has failed, so that something stays off. */
    static boolean unpaid(JobHistory history) {
        return history.lines().stream().anyMatch(line -> line.failed() && history.owes(line));
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
