package io.presencemedic.job.store;

import io.presencemedic.link.Transcript;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What was sent to the nodes and what they answered, in PostgreSQL. */
@ApplicationScoped
public class Transcripts {
    private final Mutiny.SessionFactory sessions;
    private final EngineDatabase database;

    Transcripts(Mutiny.SessionFactory sessions, EngineDatabase database) {
        this.sessions = sessions;
        this.database = database;
    }

    /** Keeps a transcript. Blocking. */
    public void keep(UUID job, @Nullable Integer line, Transcript heard) {
        database.run(
                """
                insert into job_transcript (job, line, node, command, answer, started_at, finished_at, failure)
                values ($1, $2, $3, $4, $5, $6, $7, $8)""",
                job,
                line,
                heard.node(),
                heard.command(),
                heard.answer().replace("\u0000", "\uFFFD"),
                heard.startedAt().atOffset(ZoneOffset.UTC),
                heard.finishedAt().atOffset(ZoneOffset.UTC),
                heard.failure());
    }

    /**
     * A kept transcript with its place in the job.
     *
     * @param answerBytes how long the answer is
     * @param withAnswer whether the answer was read; without, it is empty here
     */
    public record Kept(long id, @Nullable Integer line, Transcript transcript, long answerBytes, boolean withAnswer) {}

    /**
     * Transcripts of a job.
     *
     * @param goesOn whether there are more behind them
     */
    public record Part(List<Kept> transcripts, boolean goesOn) {}

    /**
     * The transcripts of a job behind a place, oldest first.
     *
     * @param limit at most so many
     * @param bytes no more once their answers together are as long as this, so a part may hold one answer more
     */
    public Uni<Part> list(UUID job, long after, int limit, long bytes) {
        return sessions.withSession(session -> session.createNativeQuery("""
                                select id, before < :bytes and place <= :limit from (
                                  select id, row_number() over (order by id) as place,
                                    sum(octet_length(answer)::bigint) over (order by id) - octet_length(answer) as before
                                  from job_transcript where job = :job and id > :after order by id limit :limit + 1) sized
                                order by id""", Object[].class)
                .setParameter("bytes", bytes)
                .setParameter("limit", limit)
                .setParameter("job", job)
                .setParameter("after", after)
                .getResultList()
                .chain(found -> rows(session, found)));
    }

    /** The same without the answers, which are not read. */
    public Uni<Part> listWithoutAnswers(UUID job, long after, int limit) {
        return sessions.withSession(session -> session.createSelectionQuery("""
                        select id, line, node, command, startedAt, finishedAt, failure,
                          cast(sql('octet_length(?)', answer) as Long)
                        from TranscriptRow where job = :job and id > :after order by id""", Object[].class)
                        .setParameter("job", job)
                        .setParameter("after", after)
                        .setMaxResults(limit + 1)
                        .getResultList())
                .map(rows -> new Part(
                        rows.stream().limit(limit).map(Transcripts::unanswered).toList(), rows.size() > limit));
    }

    private static Kept unanswered(Object[] row) {
        Transcript heard = new Transcript(
                (String) row[2], (String) row[3], "", (Instant) row[4], (Instant) row[5], (String) row[6]);
        return new Kept((Long) row[0], (Integer) row[1], heard, (Long) row[7], false);
    }

    private static Uni<Part> rows(Mutiny.Session session, List<Object[]> found) {
        List<Long> ids = found.stream()
                .filter(row -> (Boolean) row[1])
                .map(row -> ((Number) row[0]).longValue())
                .toList();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(new Part(List.of(), false));
        }
        return session.createSelectionQuery("from TranscriptRow where id in :ids order by id", TranscriptRow.class)
                .setParameter("ids", ids)
                .setReadOnly(true)
                .getResultList()
                .map(rows -> new Part(rows.stream().map(Transcripts::kept).toList(), found.size() > ids.size()));
    }

    private static Kept kept(TranscriptRow row) {
        return new Kept(
                row.id,
                row.line,
                new Transcript(row.node, row.command, row.answer, row.startedAt, row.finishedAt, row.failure),
                row.answer.getBytes(StandardCharsets.UTF_8).length,
                true);
    }
}
