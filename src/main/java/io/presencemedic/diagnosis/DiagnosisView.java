package io.presencemedic.diagnosis;

import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Undetermined;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.view.JobSummary;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis as callers see it. What it found is absent, not empty, until it is there.
 *
 * @param state where its job stands
 * @param outcome what it comes to
 * @param compared what has changed since the diagnosis before; null for the first one
 * @param services the services of each node that are not as they should be
 * @param nodes the facts, by node and command
 * @param madeAt when the nodes were asked
 */
@Value.Builder
record DiagnosisView(
        UUID id,
        String cluster,
        JobState state,
        Diagnosis.@Nullable Outcome outcome,
        @Nullable List<Finding> findings,
        @Nullable List<Undetermined> undetermined,
        @Nullable Comparison compared,
        @Nullable List<ServicesOfNode> services,
        @Nullable List<ClusterStatus.GroupStatus> highAvailability,
        @Nullable List<ClusterStatus.ReplicationStatus> replication,
        @Nullable List<NodeReport> nodes,
        @Nullable JobFailure failure,
        String requestedBy,
        @Nullable String reason,
        @Nullable String ticket,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant madeAt,
        @Nullable Instant finishedAt) {
    /** A diagnosis that has found nothing out yet, or never will. */
    static DiagnosisView of(JobSummary job) {
        return begun(job).build();
    }

    static DiagnosisView of(JobSummary job, Diagnosis found, @Nullable Comparison compared) {
        return begun(job)
                .outcome(found.outcome())
                .findings(found.findings())
                .undetermined(found.undetermined())
                .compared(compared)
                .services(found.status().services())
                .highAvailability(found.status().highAvailability())
                .replication(found.status().replication())
                .nodes(found.nodes())
                .madeAt(found.madeAt())
                .build();
    }

    private static DiagnosisViewBuilder begun(JobSummary job) {
        return new DiagnosisViewBuilder()
                .id(job.id())
                .cluster(job.cluster())
                .state(job.state())
                .failure(job.failure())
                .requestedBy(job.requestedBy())
                .reason(job.reason())
                .ticket(job.ticket())
                .createdAt(job.createdAt())
                .startedAt(job.startedAt())
                .finishedAt(job.finishedAt());
    }
}
