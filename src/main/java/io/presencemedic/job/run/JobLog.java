package io.presencemedic.job.run;

import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.ClaimLost;
import java.time.Instant;
import java.util.List;

/** A job's log, as the worker that has claimed the job sees it. Every write proves that the claim still stands. */
public interface JobLog {
    /** The log as it is now, with what others have written. */
    JobHistory refresh();

    /** The log as it was when it was last read or written. */
    JobHistory history();

    /**
     * Writes events, all or none.
     *
     * @return the log with them, and with what others have written before them
     * @throws ClaimLost if another worker has the job now
     */
    JobHistory append(List<JobEvent> events);

    /** Writes one event. */
    default JobHistory append(JobEvent event) {
        return append(List.of(event));
    }

    /**
     * Writes events and gives the claim back until the time has come, both or neither: neither where somebody has
     * written to the log meanwhile, whose words come first.
     *
     * @return whether the job was put down
     * @throws ClaimLost if another worker has the job now
     */
    boolean putDown(List<JobEvent> events, Instant due);

    /** Whether the job may be put down until a time has come. */
    default boolean canWait() {
        return true;
    }

    /** Tells the log that a line could not look, and why. */
    default void lookFailed(LinkFailure failure) {}

    /** The time on the log's own clock. */
    Instant now();

    /** Whether the claim is certain to stand now, by this process' own clock. */
    boolean isHeld();

    /** Whether the claim is certain to stand for long enough to send a change; asked right before it is sent. */
    default boolean mayChange() {
        return isHeld();
    }
}
