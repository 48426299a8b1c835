package io.presencemedic.job;

import java.time.Instant;
import java.util.List;

/** A job's log, as the worker that has claimed the job sees it. Every write proves that the claim still stands. */
interface JobLog {
    /** The log as it is now, with what others have written. */
    JobHistory refresh();

    /** The log as it was when it was last read or written. */
    JobHistory history();

    /**
     * Writes events, all or none.
     *
     * @return the log with them
     * @throws ClaimLost if another worker has the job now
     */
    JobHistory append(List<JobEvent> events);

    /** Writes one event. */
    default JobHistory append(JobEvent event) {
        return append(List.of(event));
    }

    /**
     * Gives the claim back until the time has come, unless somebody has written to the log meanwhile.
     *
     * @return whether the job was put down
     * @throws ClaimLost if another worker has the job now
     */
    boolean putDown(Instant due);

    /** The time on the log's own clock when it was last asked. */
    Instant now();

    /** Whether the claim is certain to stand now; asked right before a change is sent. */
    boolean isHeld();
}
