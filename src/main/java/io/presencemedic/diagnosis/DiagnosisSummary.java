package io.presencemedic.diagnosis;

import io.presencemedic.job.log.JobState;
import io.presencemedic.job.store.JobSummary;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis as lists show it.
 *
 * @param outcome what it comes to; null while nothing is found out
 * @param findings the codes of its findings; null while nothing is found out
 * @param undetermined how many facts could not be found out
 */
record DiagnosisSummary(
        UUID id,
        String cluster,
        JobState state,
        Diagnosis.@Nullable Outcome outcome,
        @Nullable List<String> findings,
        @Nullable Integer undetermined,
        String requestedBy,
        @Nullable String reason,
        @Nullable String ticket,
        @Nullable Instant createdAt,
        @Nullable Instant finishedAt) {
    static DiagnosisSummary of(JobSummary job, Diagnoses.@Nullable Gist found) {
        return new DiagnosisSummary(
                job.id(),
                job.cluster(),
                job.state(),
                found == null ? null : found.outcome(),
                found == null ? null : found.codes(),
                found == null ? null : found.unknown(),
                job.requestedBy(),
                job.reason(),
                job.ticket(),
                job.createdAt(),
                job.finishedAt());
    }
}
