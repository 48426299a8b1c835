package io.presencemedic.job;

import io.presencemedic.link.Transcript;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What was sent to the nodes and what they answered, in PostgreSQL. */
@ApplicationScoped
class Transcripts {
    private final Mutiny.SessionFactory sessions;

    Transcripts(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Keeps a transcript. */
    Uni<Void> keep(UUID job, @Nullable Integer line, Transcript heard) {
        TranscriptRow row = new TranscriptRow();
        row.job = job;
        row.line = line;
        row.node = heard.node();
        row.command = heard.command();
        row.answer = heard.answer().replace("\u0000", "\uFFFD");
        row.startedAt = heard.startedAt();
        row.finishedAt = heard.finishedAt();
        row.failure = heard.failure();
        return sessions.withTransaction(session -> session.persist(row));
    }

    /** A kept transcript with its place in the job. */
    record Kept(long id, @Nullable Integer line, Transcript transcript) {}

    /** The transcripts of a job behind a place, oldest first. */
    Uni<List<Kept>> list(UUID job, long after, int limit) {
        return sessions.withSession(session -> session.createSelectionQuery(
                                "from TranscriptRow where job = :job and id > :after order by id", TranscriptRow.class)
                        .setParameter("job", job)
                        .setParameter("after", after)
                        .setMaxResults(limit)
                        .getResultList())
                .map(rows -> rows.stream().map(Transcripts::kept).toList());
    }

    private static Kept kept(TranscriptRow row) {
        return new Kept(
                row.id,
                row.line,
                new Transcript(row.node, row.command, row.answer, row.startedAt, row.finishedAt, row.failure));
    }
}
