package io.presencemedic.job.store;

import io.presencemedic.job.log.RecordedEvent;
import io.presencemedic.job.view.JobSummary;
import java.util.List;
import java.util.UUID;

/**
 * Events that are about to be committed.
 *
 * @param job as it is with them
 * @param events in the order of their {@code seq}; at least one. Their {@code at} is close to, but not exactly, the
 *     time that the log will show: that is the database's
 */
public record AppendedEvents(JobSummary job, List<RecordedEvent> events) {
    public AppendedEvents {
        events = List.copyOf(events);
    }

    /** The job's id. */
    public UUID id() {
        return job.id();
    }
}
