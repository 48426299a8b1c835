package io.presencemedic.job.run;

import io.presencemedic.http.Problem;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.job.log.SubmittedBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Makes a job go on from the first unfinished line of one that failed. */
public final class JobRetry {
    private JobRetry() {}

    /**
     * The request for the job that follows a failed one.
     *
     * @throws io.presencemedic.http.ProblemException 409 where the job did not fail
     */
    public static JobEvent.Submitted of(UUID id, JobHistory failed, String caller) {
        if (failed.state() != JobState.FAILED) {
            throw Problem.of(
                            409,
                            "NOT_RETRYABLE",
                            "Only a job that FAILED can be retried; this one is " + failed.state() + ".")
                    .exception();
        }
        JobEvent.Submitted first = failed.submitted();
        return new SubmittedBuilder()
                .cluster(first.cluster())
                .runbook(first.runbook())
                .mode(first.mode())
                .target(first.target())
                .parameters(first.parameters())
                .reason(first.reason())
                .ticket(first.ticket())
                .requestedBy(caller)
                .retryOf(id)
                .build();
    }

    /**
     * Closes the lines that an earlier job of the same work brought to their end, so that no change is made twice. Lines
     * that only look or wait, and those that switch something off, are worked on again: they look again.
     *
     * @param earlier the logs of the failed job, of those that it retried, and of their other retries
     */
    static List<JobEvent> done(Map<UUID, JobHistory> earlier, JobEvent.Planned planned) {
        Map<Integer, JobEvent> closed = new TreeMap<>();
        new TreeMap<>(earlier)
                .forEach((id, history) -> planned.lines().stream()
                        .filter(line -> isDone(history, line))
                        .forEach(line -> closed.putIfAbsent(line.line(), closed(id, line))));
        return List.copyOf(closed.values());
    }

    private static boolean isDone(JobHistory failed, JobEvent.PlannedLine planned) {
        return failed.lines().stream()
                .filter(line -> line.number() == planned.line()
                        && line.step().equals(planned.step())
                        && line.target().equals(planned.target()))
                .anyMatch(line -> isDone(line) || wasClosed(failed, line));
    }

    private static boolean isDone(LineHistory line) {
        return line.outcome() == LineOutcome.CHANGED
                && line.changes().count() > 0
                && line.heldSince() == null
                && line.restores() == null;
    }

    /** What a retry closed was done before it, also where the log of who did it is gone. */
    private static boolean wasClosed(JobHistory retry, LineHistory line) {
        return retry.submitted().retryOf() != null
                && line.outcome() == LineOutcome.ALREADY_SO
                && line.begunAt() == null;
    }

    private static JobEvent closed(UUID id, JobEvent.PlannedLine line) {
        return JobEvent.LineFinished.closed(line.line(), LineOutcome.ALREADY_SO, "done by job " + id, List.of());
    }
}
