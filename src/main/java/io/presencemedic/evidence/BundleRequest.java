package io.presencemedic.evidence;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.http.KeepableTime;
import io.presencemedic.http.Problem;
import io.presencemedic.http.creation.Created;
import io.presencemedic.job.JobOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks to be collected.
 *
 * @param kind the document's bundle
 * @param incident the time of which logs are wanted; the last day where it is left out
 * @param job a job of the cluster whose report and transcripts belong to it
 * @param reason why, for the audit
 * @param ticket number in the caller's own system
 * @param pseudonyms whether user names and addresses are replaced by stable pseudonyms
 */
@Schema(name = "BundleRequest")
public record BundleRequest(
        @NotNull BundleKind kind,
        @Nullable @Valid Incident incident,
        @Nullable UUID job,
        @Nullable @Size(max = 1000) String reason,
        @Nullable @Size(max = 100) String ticket,
        @Nullable Boolean pseudonyms) {
    static final String FROM = "from";
    static final String TO = "to";
    static final String JOB = "job";
    static final String PSEUDONYMS = "pseudonyms";
    static final String TIME_RULE = "must be a time as in 2030-01-31T12:00:00Z";

    /**
     * The time of an incident.
     *
     * @param from its begin
     * @param to its end; now where it is left out
     */
    @Schema(name = "Incident")
    record Incident(@NotNull OffsetDateTime from, @Nullable OffsetDateTime to) {}

    /** The jobs that it names, by the field. */
    Map<String, UUID> jobs() {
        return job == null ? Map.of() : Map.of(JOB, job);
    }

    /** The parameters of the runbook that collects it. */
    ObjectNode parameters() {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        if (incident != null) {
            parameters.put(FROM, incident.from().toInstant().toString());
            if (incident.to() != null) {
                parameters.put(TO, incident.to().toInstant().toString());
            }
        }
        if (job != null) {
            parameters.put(JOB, job.toString());
        }
        if (Boolean.TRUE.equals(pseudonyms)) {
            parameters.put(PSEUDONYMS, true);
        }
        return parameters;
    }

    /** The order for the job that collects it, answered as a bundle. */
    JobOrder order(String cluster) {
        return new JobOrder(
                cluster,
                kind.runbook().text(),
                parameters(),
                reason,
                ticket,
                "/clusters/" + cluster + "/bundles/" + kind,
                job -> Created.work(BundleView.PATH + job.id(), BundleView.begun(job, this)));
    }

    /**
     * Refuses what cannot be meant.
     *
     * @throws io.presencemedic.http.ProblemException 400 where the incident ends before it begins, or begins later
     */
    void check(Instant now) {
        if (incident == null) {
            return;
        }
        Instant from = incident.from().toInstant();
        if (incident.to() != null && !from.isBefore(incident.to().toInstant())) {
            throw Problem.invalid("incident.to", "must be later than incident.from")
                    .exception();
        }
        if (!from.isBefore(now)) {
            throw Problem.invalid("incident.from", "must be in the past").exception();
        }
    }

    static boolean isTime(String text) {
        try {
            KeepableTime.require(Instant.parse(text));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
