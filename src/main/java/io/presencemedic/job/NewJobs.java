package io.presencemedic.job;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Stores new jobs: row, log, and what is written with it, all or nothing. */
@ApplicationScoped
class NewJobs {
    private static final String INSERT_BY_HIBERNATE = NewJob.INSERT.replace("$", "?");

    private final Pool pool;
    private final EventJson json;
    private final JobEventListeners listeners;
    private final Clock clock;

    NewJobs(Pool pool, EventJson json, JobEventListeners listeners, Clock clock) {
        this.pool = pool;
        this.json = json;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * Stores a job in a transaction of its own, without a session: that is a third of the work.
     *
     * @return its log; empty (in the Uni) where there is no such cluster, or no place for one more job
     */
    Uni<Optional<JobHistory>> create(NewJob job) {
        return Uni.createFrom().completionStage(() -> OneTransaction.of(
                        pool, NewJob.INSERT, job.parameters(json).toArray(), job.outbox(listeners, clock.instant()))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> job.history(row.getOffsetDateTime(0).toInstant())))
                .toCompletionStage());
    }

    /** Stores a job in the caller's transaction. */
    Uni<Optional<JobHistory>> create(Mutiny.Session session, NewJob job) {
        Mutiny.SelectionQuery<Object> insert = session.createNativeQuery(INSERT_BY_HIBERNATE, Object.class);
        for (int i = 0; i < job.parameters(json).size(); i++) {
            insert.setParameter(i + 1, job.parameters(json).get(i));
        }
        return insert.getSingleResultOrNull()
                .chain(at -> at == null
                        ? Uni.createFrom().item(Optional.empty())
                        : JobEventListeners.write(session, job.outbox(listeners, instant(at)))
                                .replaceWith(Optional.of(job.history(instant(at)))));
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
