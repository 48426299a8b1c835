package io.presencemedic.diagnosis;

import io.presencemedic.job.log.JobState;
import io.presencemedic.job.view.JobSummary;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis as lists show it.
 *
 * @param outcome what it comes to; null while nothing is found out
 * @param findings the codes of its findings; null while nothing is found out
 * @param undetermined how many facts could not be found out
 */
@Value.Builder
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
        DiagnosisSummaryBuilder summary = new DiagnosisSummaryBuilder()
                .id(job.id())
                .cluster(job.cluster())
                .state(job.state())
                .requestedBy(job.requestedBy())
                .reason(job.reason())
                .ticket(job.ticket())
                .createdAt(job.createdAt())
                .finishedAt(job.finishedAt());
        return found == null
                ? summary.build()
                : summary.outcome(found.outcome())
                        .findings(found.codes())
                        .undetermined(found.unknown())
                        .build();
    }
}
