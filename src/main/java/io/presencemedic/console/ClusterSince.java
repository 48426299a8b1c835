package io.presencemedic.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What has happened to an ill cluster since its last healthy diagnosis. */
@ApplicationScoped
class ClusterSince {
    private static final int MOST = 100;

    private final Mutiny.SessionFactory database;
    private final ObjectMapper json;

    ClusterSince(Mutiny.SessionFactory database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** When a finding was first seen, by which diagnosis. */
    record FirstSeen(String code, Instant at, UUID diagnosis) {}

    /**
     * What has happened since.
     *
     * @param healthy the last healthy diagnosis; null where none is known
     * @param firstSeen when each of the present findings came up, of the first hundred diagnoses since
     * @param changes jobs that have changed the cluster since, newest first
     */
    record Since(
            @Nullable UUID healthy, @Nullable Instant healthyAt, List<FirstSeen> firstSeen, List<JsonNode> changes) {}

    private record Row(UUID id, Instant at, JsonNode findings) {}

    /**
     * What has happened since the cluster was last healthy.
     *
     * @param findings the present ones
     * @param history the API's list of the cluster's last jobs
     */
    Uni<Since> of(String cluster, JsonNode findings, JsonNode history) {
        return database.withSession(
                session -> healthy(session, cluster).chain(healthy -> after(session, cluster, healthy)
                        .map(rows -> new Since(
                                healthy.map(Row::id).orElse(null),
                                healthy.map(Row::at).orElse(null),
                                firstSeen(rows, findings),
                                changes(history, healthy)))));
    }

    private Uni<Optional<Row>> healthy(Mutiny.Session session, String cluster) {
        return rows(session, """
                SELECT id, made_at, findings FROM diagnosis
                WHERE cluster = :cluster AND findings = '[]' AND undetermined = '[]' ORDER BY id DESC LIMIT 1""", Map.of("cluster", cluster))
                .map(found -> found.stream().findFirst());
    }

    private Uni<List<Row>> after(Mutiny.Session session, String cluster, Optional<Row> healthy) {
        UUID begin = healthy.map(Row::id).orElse(new UUID(0, 0));
        return rows(
                session,
                "SELECT id, made_at, findings FROM diagnosis WHERE cluster = :cluster AND id > :begin ORDER BY id LIMIT "
                        + MOST,
                Map.of("cluster", cluster, "begin", begin));
    }

    private Uni<List<Row>> rows(Mutiny.Session session, String query, Map<String, Object> parameters) {
        Mutiny.SelectionQuery<Tuple> select = session.createNativeQuery(query, Tuple.class);
        parameters.forEach(select::setParameter);
        return select.getResultList().map(found -> found.stream()
                .map(row -> new Row(
                        row.get("id", UUID.class),
                        row.get("made_at", OffsetDateTime.class).toInstant(),
                        tree(row.get("findings", String.class))))
                .toList());
    }

    private static List<FirstSeen> firstSeen(List<Row> rows, JsonNode findings) {
        Map<String, FirstSeen> first = new LinkedHashMap<>();
        for (Row row : rows) {
            for (JsonNode finding : row.findings()) {
                String code = finding.path("code").asText();
                first.putIfAbsent(code, new FirstSeen(code, row.at(), row.id()));
            }
        }
        return StreamSupport.stream(findings.spliterator(), false)
                .map(finding -> first.get(finding.path("code").asText()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<JsonNode> changes(JsonNode history, Optional<Row> healthy) {
        List<JsonNode> changes = new ArrayList<>();
        for (JsonNode job : history.path("items")) {
            boolean changed =
                    job.path("changed").asBoolean() && job.path("mode").asText().equals("EXECUTE");
            boolean since = healthy.isEmpty()
                    || !job.hasNonNull("finishedAt")
                    || Instant.parse(job.path("finishedAt").asText())
                            .isAfter(healthy.get().at());
            if (changed && since) {
                changes.add(job);
            }
        }
        return changes;
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of ours is no JSON", e);
        }
    }
}
