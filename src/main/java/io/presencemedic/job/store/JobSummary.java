package io.presencemedic.job.store;

import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job in short, for rooms that show jobs of their own runbooks in their own way.
 *
 * @param failure why it did not succeed; null where it did, or may still
 * @param startedAt when it was first taken up; null while it waits for that
 * @param finishedAt when it ended; null while it is live
 */
public record JobSummary(
        UUID id,
        String cluster,
        String runbook,
        JobState state,
        @Nullable JobFailure failure,
        String requestedBy,
        @Nullable String reason,
        @Nullable String ticket,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    /** The summary of a stored job. */
    public static JobSummary of(JobRow row, @Nullable JobFailure failure) {
        return new JobSummary(
                row.id,
                row.cluster,
                row.runbook,
                row.state,
                failure,
                row.requestedBy,
                row.reason,
                row.ticket,
                row.createdAt,
                row.startedAt,
                row.finishedAt);
    }

    /** The summary of a job by its log. */
    public static JobSummary of(UUID id, JobHistory history) {
        JobEvent.Submitted submitted = history.submitted();
        return new JobSummary(
                id,
                submitted.cluster(),
                submitted.runbook(),
                history.state(),
                history.failure().orElse(null),
                submitted.requestedBy(),
                submitted.reason(),
                submitted.ticket(),
                history.createdAt(),
                history.startedAt(),
                history.finishedAt());
    }
}
