package io.presencemedic.console.now;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.presencemedic.console.page.StateSymbols;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is going on.
 *
 * @param clusters all clusters with their last diagnosis
 * @param asking jobs that wait for a decision, those that the reader may answer first, then the oldest
 * @param live jobs that have not ended, newest first
 * @param ended jobs that ended lately, newest first
 * @param heldOff what is off and belongs to a live job
 * @param leftOff what is off and belongs to a job that has ended
 */
record NowPage(
        Some<ClusterRow> clusters,
        Some<JobRow> asking,
        Some<JobRow> live,
        Some<JobRow> ended,
        Some<OffRow> heldOff,
        Some<OffRow> leftOff) {
    private static final String ILL = "FINDINGS";
    private static final List<String> WORST_FIRST = List.of("CRITICAL", "ERROR", "WARNING", "INFO");

    /**
     * A cluster and what its last diagnosis says; no outcome where there was none.
     *
     * @param severity of the worst finding
     * @param more how many findings there are beside the worst
     * @param since a job that may have changed the cluster since it was diagnosed; null where there is none
     */
    record ClusterRow(
            String id,
            String displayName,
            @Nullable Instant diagnosedAt,
            String outcome,
            @Nullable String worst,
            @Nullable String severity,
            int more,
            @Nullable JobRow since) {
        static ClusterRow of(
                String id, String displayName, @Nullable Instant at, JsonNode findings, JsonNode undetermined) {
            String outcome = at == null
                    ? "not known"
                    : !findings.isEmpty() ? ILL : undetermined.isEmpty() ? "HEALTHY" : "UNDETERMINED";
            JsonNode worst = StreamSupport.stream(findings.spliterator(), false)
                    .min(Comparator.comparingInt(
                            each -> WORST_FIRST.indexOf(each.path("severity").asText())))
                    .orElse(MissingNode.getInstance());
            return new ClusterRow(
                    id,
                    displayName,
                    at,
                    outcome,
                    worst.path("code").textValue(),
                    worst.path("severity").textValue(),
                    Math.max(0, findings.size() - 1),
                    null);
        }

        /** How it stands, for who may read the cluster and not the diagnosis. */
        ClusterRow inShort() {
            return new ClusterRow(id, displayName, diagnosedAt, outcome, null, null, 0, since);
        }

        ClusterRow changedBy(List<JobRow> ended) {
            JobRow since = ended.stream()
                    .filter(job -> job.mutating() && job.cluster().equals(id) && isLater(job))
                    .findFirst()
                    .orElse(null);
            return new ClusterRow(id, displayName, diagnosedAt, outcome, worst, severity, more, since);
        }

        private boolean isLater(JobRow job) {
            return diagnosedAt != null
                    && job.finishedAt() != null
                    && job.finishedAt().isAfter(diagnosedAt);
        }

        /** The worst first; what is not known comes before what is healthy. */
        private int rank() {
            return severity != null ? WORST_FIRST.indexOf(severity) : outcome.equals("HEALTHY") ? 9 : 8;
        }
    }

    /**
     * A job in a list.
     *
     * @param mutating whether it may change its cluster
     * @param at its last event in words
     * @param until when it looks again, or when its question is given up; null where it waits for neither
     * @param expected when it ends by past runs; null where there are too few, or it has ended
     * @param yours whether the reader may answer what it asks
     */
    @Value.Builder
    record JobRow(
            UUID id,
            String cluster,
            String runbook,
            boolean plan,
            boolean mutating,
            String state,
            String requestedBy,
            @Nullable String ticket,
            @Nullable Instant since,
            @Nullable Instant finishedAt,
            String at,
            @Nullable Instant until,
            @Nullable ExpectedEnd expected,
            boolean yours) {}

    /** The worst clusters first; a job that ended since a cluster was diagnosed stands beside it. */
    static Some<ClusterRow> sorted(List<ClusterRow> clusters, List<JobRow> ended, int most) {
        List<ClusterRow> worstFirst = clusters.stream()
                .map(cluster -> cluster.changedBy(ended))
                .sorted(Comparator.comparingInt(ClusterRow::rank).thenComparing(ClusterRow::id))
                .toList();
        return Some.of(worstFirst, most);
    }

    /** Those that the reader may answer before the others. */
    static List<JobRow> yoursFirst(List<JobRow> asking) {
        return asking.stream().sorted(Comparator.comparing(job -> !job.yours())).toList();
    }

    /** Something that is switched off. */
    record OffRow(
            String cluster,
            String kind,
            String subject,
            UUID job,
            @Nullable Instant since) {
        public String what() {
            return StateSymbols.words(kind) + " of " + subject;
        }
    }

    /** Whether somebody has to act. */
    public boolean trouble() {
        return leftOff.any() || asking.any();
    }

    /** Whether nothing goes on. */
    public boolean quiet() {
        return !leftOff.any() && !heldOff.any() && !live.any();
    }

    /** How many clusters have findings. */
    public long ill() {
        return Stream.concat(clusters.rows().stream(), clusters.others().stream())
                .filter(cluster -> cluster.outcome().equals(ILL))
                .count();
    }
}
