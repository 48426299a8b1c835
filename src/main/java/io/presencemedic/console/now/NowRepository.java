package io.presencemedic.console.now;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.access.Caller;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.console.page.EventWords;
import io.presencemedic.runbook.RunbookName;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What is going on everywhere, by seven queries however many clusters and jobs there are. Each answers at most as much
 * as a person can look through and a page can hold, and how many there are.
 */
@ApplicationScoped
class NowRepository {
    private static final int MOST_KNOWN_CLUSTERS = 500;
    private static final int MOST_CLUSTERS = 100;
    private static final int MOST_KNOWN_ASKING = 200;
    private static final int MOST_ASKING = 30;
    private static final int MOST_LIVE = 60;
    private static final int MOST_ENDED = 40;
    private static final int MOST_OFF = 30;
    private static final Duration RECENT = Duration.ofHours(12);

    /** With a further condition, and in which order; :readable says which jobs. */
    private static final String UNFINISHED = """
            SELECT j.id, j.cluster, j.runbook, j.mode, j.mutating, j.state, j.requested_by, j.ticket, j.finished_at,
                j.total, e.at, e.body, r.subject, r.person
            FROM (SELECT id, cluster, runbook, mode, mutating, state, requested_by, ticket, finished_at,
                    count(*) OVER () AS total FROM job
                  WHERE finished_at IS NULL AND cluster || ' ' || runbook ~ :readable %1$s
                  ORDER BY id %2$s LIMIT :most) j
            LEFT JOIN job_requester r ON r.job = j.id LEFT JOIN LATERAL (
                SELECT at, body FROM job_event WHERE job = j.id ORDER BY seq DESC LIMIT 1) e ON true
            ORDER BY j.id %2$s""";

    private final Mutiny.SessionFactory database;
    private final ObjectMapper json;
    private final Caller caller;
    private final Clock clock;

    NowRepository(Mutiny.SessionFactory database, ObjectMapper json, Caller caller, Clock clock) {
        this.database = database;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /** Everything at this moment that the reader may read. */
    Uni<NowPage> read() {
        return database.withSession(session -> ended(session).chain(ended -> clusters(session, ended.rows())
                .chain(clusters -> asking(session).chain(asking -> live(session)
                        .chain(live -> held(session).chain(held -> leftOff(session)
                                .map(left -> new NowPage(clusters, asking, live, ended, held, left))))))));
    }

    private Uni<Some<NowPage.ClusterRow>> clusters(Mutiny.Session session, List<NowPage.JobRow> ended) {
        return rows(session, """
                SELECT c.id, c.display_name, d.id AS diagnosis, d.made_at, d.findings, d.undetermined
                FROM cluster c LEFT JOIN LATERAL (
                    SELECT id, made_at, findings, undetermined FROM diagnosis WHERE cluster = c.id
                    ORDER BY id DESC LIMIT 1) d ON true
                WHERE c.id ~ :readable ORDER BY c.id LIMIT :most""", clustersOf(MOST_KNOWN_CLUSTERS))
                .map(this::clusters)
                .map(all -> NowPage.sorted(all, ended, MOST_CLUSTERS));
    }

    private List<NowPage.ClusterRow> clusters(List<Tuple> found) {
        return found.stream()
                .map(row -> NowPage.ClusterRow.of(
                        row.get("id", String.class),
                        row.get("display_name", String.class),
                        instant(row, "made_at"),
                        tree(row.get("findings", String.class)),
                        tree(row.get("undetermined", String.class))))
                .map(row -> caller.may(Verb.READ, row.id(), RunbookName.DIAGNOSIS.text()) ? row : row.inShort())
                .toList();
    }

    private Uni<Some<NowPage.JobRow>> asking(Mutiny.Session session) {
        return rows(session, UNFINISHED.formatted("AND state = 'AWAITING_APPROVAL'", "ASC"), jobsOf(MOST_KNOWN_ASKING))
                .map(found -> Some.of(NowPage.yoursFirst(jobs(found, Map.of())), MOST_ASKING, total(found)));
    }

    private Uni<Some<NowPage.JobRow>> live(Mutiny.Session session) {
        return expected(session).chain(expected -> rows(session, UNFINISHED.formatted("", "DESC"), jobsOf(MOST_LIVE))
                .map(found -> Some.of(jobs(found, expected), MOST_LIVE, total(found))));
    }

    private Uni<Map<UUID, ExpectedEnd>> expected(Mutiny.Session session) {
        return rows(session, ExpectedEnd.QUERY, jobsOf(MOST_LIVE)).map(found -> ExpectedEnd.of(found, clock.instant()));
    }

    /** How many more have ended is not counted: a page leads to all of them. */
    private Uni<Some<NowPage.JobRow>> ended(Mutiny.Session session) {
        Map<String, Object> parameters = jobsOf(MOST_ENDED + 1);
        parameters.put("since", clock.instant().minus(RECENT).atOffset(ZoneOffset.UTC));
        return rows(session, """
                SELECT j.id, j.cluster, j.runbook, j.mode, j.mutating, j.state, j.requested_by, j.ticket, j.finished_at,
                    j.finished_at AS at, NULL AS body, NULL AS subject, NULL AS person
                FROM job j WHERE j.finished_at > :since AND j.cluster || ' ' || j.runbook ~ :readable
                ORDER BY j.finished_at DESC LIMIT :most""", parameters).map(found -> Some.of(jobs(found, Map.of()), MOST_ENDED));
    }

    private Uni<Some<NowPage.OffRow>> held(Mutiny.Session session) {
        return off(session, """
                SELECT h.cluster, h.kind, h.subject, h.job, h.since, count(*) OVER () AS total FROM held_off h JOIN job j ON j.id = h.job
                WHERE j.finished_at IS NULL AND h.cluster ~ :readable ORDER BY h.since LIMIT :most""");
    }

    private Uni<Some<NowPage.OffRow>> leftOff(Mutiny.Session session) {
        return off(session, """
                SELECT h.cluster, h.kind, h.subject, h.job, h.since, count(*) OVER () AS total FROM held_off h JOIN job j ON j.id = h.job
                WHERE j.finished_at IS NOT NULL AND h.cluster ~ :readable ORDER BY h.since LIMIT :most""");
    }

    private Uni<Some<NowPage.OffRow>> off(Mutiny.Session session, String query) {
        return rows(session, query, clustersOf(MOST_OFF)).map(found -> {
            List<NowPage.OffRow> off = found.stream()
                    .map(row -> new NowPage.OffRow(
                            row.get("cluster", String.class),
                            row.get("kind", String.class),
                            row.get("subject", String.class),
                            row.get("job", UUID.class),
                            instant(row, "since")))
                    .toList();
            return Some.of(off, MOST_OFF, total(found));
        });
    }

    /** How many there are beside those that were read: each row says it. */
    private static long total(List<Tuple> rows) {
        return rows.isEmpty() ? 0 : rows.get(0).get("total", Long.class);
    }

    private Map<String, Object> clustersOf(int most) {
        return new HashMap<>(Map.of("readable", caller.readable().clusters(), "most", most));
    }

    private Map<String, Object> jobsOf(int most) {
        return new HashMap<>(Map.of("readable", caller.readable().jobs(), "most", most));
    }

    private static Uni<List<Tuple>> rows(Mutiny.Session session, String query, Map<String, Object> parameters) {
        Mutiny.SelectionQuery<Tuple> select = session.createNativeQuery(query, Tuple.class);
        parameters.forEach(select::setParameter);
        return select.getResultList();
    }

    private List<NowPage.JobRow> jobs(List<Tuple> rows, Map<UUID, ExpectedEnd> expected) {
        return rows.stream().map(row -> job(row, expected)).toList();
    }

    private NowPage.JobRow job(Tuple row, Map<UUID, ExpectedEnd> expected) {
        UUID id = row.get("id", UUID.class);
        JsonNode last = tree(row.get("body", String.class));
        return new JobRowBuilder()
                .id(id)
                .cluster(row.get("cluster", String.class))
                .runbook(row.get("runbook", String.class))
                .plan(row.get("mode", String.class).equals("PLAN"))
                .mutating(row.get("mutating", Boolean.class))
                .state(row.get("state", String.class))
                .requestedBy(row.get("requested_by", String.class))
                .ticket(row.get("ticket", String.class))
                .since(instant(row, "at"))
                .finishedAt(instant(row, "finished_at"))
                .at(EventWords.of(last))
                .until(EventWords.until(last))
                .expected(expected.get(id))
                .yours(mayDecide(row))
                .build();
    }

    private boolean mayDecide(Tuple row) {
        String subject = row.get("subject", String.class);
        String person = row.get("person", String.class);
        return caller.may(Verb.APPROVE, row.get("cluster", String.class), row.get("runbook", String.class))
                && (subject == null || person == null || !caller.isRequester(subject, person));
    }

    private static @Nullable Instant instant(Tuple row, String column) {
        OffsetDateTime at = row.get(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private JsonNode tree(@Nullable String text) {
        try {
            return text == null ? json.missingNode() : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of ours is no JSON", e);
        }
    }
}
