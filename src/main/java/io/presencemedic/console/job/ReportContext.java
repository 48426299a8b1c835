package io.presencemedic.console.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.Caller;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.database.Timestamps;
import io.presencemedic.runbook.RunbookName;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What a report says beside the job's own events: how its cluster stood before and after it, and the evidence that was
 * collected for it.
 */
@ApplicationScoped
class ReportContext {
    private static final int MOST_BUNDLES = 10;

    /** Ids are made in the order of time: what is older than the job is never looked through. */
    private static final String DIAGNOSES = """
            (SELECT 'before' AS place, id, made_at, findings, undetermined FROM diagnosis
             WHERE cluster = :cluster AND made_at <= :began ORDER BY id DESC LIMIT 1)
            UNION ALL
            (SELECT 'after' AS place, id, made_at, findings, undetermined FROM diagnosis
             WHERE cluster = :cluster AND id > :job AND made_at >= :ended ORDER BY id LIMIT 1)""";

    private static final String BUNDLES = """
            SELECT b.id, b.sha256, b.packed_at FROM job j JOIN bundle b ON b.id = j.id
            JOIN job_event e ON e.job = j.id AND e.seq = 1
            WHERE j.cluster = :cluster AND j.id > :job AND b.sha256 IS NOT NULL
            AND j.cluster || ' ' || j.runbook ~ :readable
            AND cast(e.body AS jsonb) -> 'parameters' ->> 'job' = :asked ORDER BY j.id LIMIT :most""";

    private final Mutiny.SessionFactory database;
    private final ObjectMapper json;
    private final Caller caller;

    ReportContext(Mutiny.SessionFactory database, ObjectMapper json, Caller caller) {
        this.database = database;
        this.json = json;
        this.caller = caller;
    }

    /**
     * A document with {@code before}, {@code after} (each {@code id}, {@code at}, {@code says}) and {@code bundles}
     * (each {@code id}, {@code sha256}, {@code at}); what is not known is not there, nor is what the reader may not
     * read.
     *
     * @param job as the API shows it
     */
    Uni<JsonNode> of(JsonNode job) {
        ObjectNode context = json.createObjectNode();
        return database.withSession(session -> diagnoses(session, job)
                .invoke(rows -> rows.forEach(row -> context.set(row.get("place", String.class), diagnosis(row))))
                .chain(() -> bundles(session, job))
                .invoke(rows -> {
                    ArrayNode all = context.putArray("bundles");
                    rows.forEach(row -> all.add(bundle(row)));
                })
                .replaceWith(context));
    }

    private Uni<List<Tuple>> diagnoses(Mutiny.Session session, JsonNode job) {
        if (!caller.may(Verb.READ, job.path("cluster").asText(), RunbookName.DIAGNOSIS.text())) {
            return Uni.createFrom().item(List.of());
        }
        return session.createNativeQuery(DIAGNOSES, Tuple.class)
                .setParameter("cluster", job.path("cluster").asText())
                .setParameter("job", UUID.fromString(job.path("id").asText()))
                .setParameter("began", utc(job, "startedAt"))
                .setParameter("ended", utc(job, "finishedAt"))
                .getResultList();
    }

    private Uni<List<Tuple>> bundles(Mutiny.Session session, JsonNode job) {
        return session.createNativeQuery(BUNDLES, Tuple.class)
                .setParameter("cluster", job.path("cluster").asText())
                .setParameter("job", UUID.fromString(job.path("id").asText()))
                .setParameter("asked", job.path("id").asText())
                .setParameter("readable", caller.readable().jobs())
                .setParameter("most", MOST_BUNDLES)
                .getResultList();
    }

    private static OffsetDateTime utc(JsonNode job, String member) {
        Instant at = job.hasNonNull(member) ? Instant.parse(job.path(member).asText()) : Timestamps.NEVER;
        return at.atOffset(ZoneOffset.UTC);
    }

    private ObjectNode diagnosis(Tuple row) {
        return json.createObjectNode()
                .put("id", row.get("id", UUID.class).toString())
                .put("at", at(row, "made_at"))
                .put("says", says(tree(row, "findings"), tree(row, "undetermined")));
    }

    private static String says(JsonNode findings, JsonNode undetermined) {
        List<String> codes = StreamSupport.stream(findings.spliterator(), false)
                .map(each -> each.path("code").asText())
                .distinct()
                .toList();
        String unknown = undetermined.isEmpty() ? "" : "not everything could be determined";
        if (codes.isEmpty()) {
            return unknown.isEmpty() ? "healthy" : unknown;
        }
        return String.join(", ", codes) + (unknown.isEmpty() ? "" : "; " + unknown);
    }

    private ObjectNode bundle(Tuple row) {
        return json.createObjectNode()
                .put("id", row.get("id", UUID.class).toString())
                .put("at", at(row, "packed_at"))
                .put("sha256", row.get("sha256", String.class));
    }

    private static String at(Tuple row, String column) {
        return Objects.requireNonNull(row.get(column, OffsetDateTime.class))
                .toInstant()
                .toString();
    }

    private JsonNode tree(Tuple row, String column) {
        try {
            return json.readTree(row.get(column, String.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of ours is no JSON", e);
        }
    }
}
