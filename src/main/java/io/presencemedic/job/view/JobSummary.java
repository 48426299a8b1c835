package io.presencemedic.job.view;

import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobState;
import java.time.Instant;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A job in short, for rooms that show jobs of their own runbooks in their own way.
 *
 * @param failure why it did not succeed; null where it did, or may still
 * @param startedAt when it was first taken up; null while it waits for that
 * @param finishedAt when it ended; null while it is live
 */
@Value.Builder
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
    /** The summary of a job by its log. */
    public static JobSummary of(UUID id, JobHistory history) {
        JobEvent.Submitted submitted = history.submitted();
        return new JobSummaryBuilder()
                .id(id)
                .cluster(submitted.cluster())
                .runbook(submitted.runbook())
                .state(history.state())
                .failure(history.failure().orElse(null))
                .requestedBy(submitted.requestedBy())
                .reason(submitted.reason())
                .ticket(submitted.ticket())
                .createdAt(history.createdAt())
                .startedAt(history.startedAt())
                .finishedAt(history.finishedAt())
                .build();
    }
}
