package io.presencemedic.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What is going on.
 *
 * @param clusters all clusters with their last diagnosis
 * @param live jobs that have not ended, newest first
 * @param ended jobs that ended lately, newest first
 * @param heldOff what is off and belongs to a live job
 * @param leftOff what is off and belongs to a job that has ended
 */
record NowPage(
        List<ClusterRow> clusters, List<JobRow> live, List<JobRow> ended, List<OffRow> heldOff, List<OffRow> leftOff) {
    private static final List<String> WORST_FIRST = List.of("CRITICAL", "ERROR", "WARNING", "INFO");

    /** A cluster and what its last diagnosis says; no outcome where there was none. */
    record ClusterRow(
            String id,
            String displayName,
            @Nullable Instant diagnosedAt,
            String outcome,
            @Nullable String worst,
            int more) {
        static ClusterRow of(
                String id, String displayName, @Nullable Instant at, JsonNode findings, JsonNode undetermined) {
            String outcome = at == null
                    ? "not known"
                    : !findings.isEmpty() ? "FINDINGS" : undetermined.isEmpty() ? "HEALTHY" : "UNDETERMINED";
            String worst = StreamSupport.stream(findings.spliterator(), false)
                    .min(Comparator.comparingInt(
                            each -> WORST_FIRST.indexOf(each.path("severity").asText())))
                    .map(each -> each.path("code").asText())
                    .orElse(null);
            return new ClusterRow(id, displayName, at, outcome, worst, Math.max(0, findings.size() - 1));
        }
    }

    /**
     * A job in a list.
     *
     * @param at its last event in words
     * @param yours whether the reader may answer what it asks
     */
    record JobRow(
            UUID id,
            String cluster,
            String runbook,
            boolean plan,
            String state,
            String requestedBy,
            @Nullable String ticket,
            @Nullable Instant since,
            @Nullable Instant finishedAt,
            String at,
            boolean yours) {}

    /** Something that is switched off. */
    record OffRow(
            String cluster,
            String kind,
            String subject,
            UUID job,
            @Nullable Instant since) {
        public String what() {
            return Signs.words(kind) + " of " + subject;
        }
    }

    public List<JobRow> approvals() {
        return live.stream()
                .filter(job -> job.state().equals("AWAITING_APPROVAL"))
                .toList();
    }

    /** Whether somebody has to act. */
    public boolean trouble() {
        return !leftOff.isEmpty() || !approvals().isEmpty();
    }

    public boolean calm() {
        return leftOff.isEmpty() && heldOff.isEmpty() && live.isEmpty();
    }
}
