package io.presencemedic.job.store;

import io.presencemedic.job.log.EventJson;
import io.presencemedic.job.log.JobHistory;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Stores new jobs: row, log, and what is written with it, all or nothing. */
@ApplicationScoped
public class NewJobs {
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
    public Uni<Optional<JobHistory>> create(NewJob job) {
        return Uni.createFrom().completionStage(() -> OneTransaction.of(
                        pool, NewJob.INSERT, job.parameters(json).toArray(), job.outbox(listeners, clock.instant()))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> job.history(row.getOffsetDateTime(0).toInstant())))
                .toCompletionStage());
    }

    /** Stores a job in the caller's transaction. */
    public Uni<Optional<JobHistory>> create(Mutiny.Session session, NewJob job) {
        Mutiny.SelectionQuery<Object> insert = session.createNativeQuery(INSERT_BY_HIBERNATE, Object.class);
        List<@Nullable Object> parameters = job.parameters(json);
        for (int i = 0; i < parameters.size(); i++) {
            insert.setParameter(i + 1, parameters.get(i));
        }
        return insert.getSingleResultOrNull()
                .chain(at -> at == null
                        ? Uni.createFrom().item(Optional.empty())
                        : JobEventListeners.write(session, job.outbox(listeners, JobEvents.instant(at)))
                                .replaceWith(Optional.of(job.history(JobEvents.instant(at)))));
    }
}
