package io.presencemedic.job.store;

import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.RecordedEvent;
import io.presencemedic.job.view.JobSummary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** All who want to write something together with events. */
@ApplicationScoped
class JobEventListeners {
    private final List<JobEventListener> listeners;

    JobEventListeners(@Any Instance<JobEventListener> listeners) {
        this.listeners = listeners.stream().toList();
    }

    /** What is to be written in the transaction of these events. */
    List<OutboxStatement> appending(UUID job, JobHistory after, List<RecordedEvent> events) {
        if (listeners.isEmpty() || events.isEmpty()) {
            return List.of();
        }
        AppendedEvents appended = new AppendedEvents(JobSummary.of(job, after), events);
        return listeners.stream()
                .flatMap(listener -> listener.appending(appended).stream())
                .toList();
    }

    /** Writes it in a session's transaction. */
    static Uni<Void> write(Mutiny.Session session, List<OutboxStatement> statements) {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (OutboxStatement statement : statements) {
            written = written.chain(() -> query(session, statement).executeUpdate())
                    .replaceWithVoid();
        }
        return written;
    }

    /** The statement in a session's own notation. */
    private static Mutiny.Query<Object> query(Mutiny.Session session, OutboxStatement statement) {
        Mutiny.Query<Object> query = session.createNativeQuery(statement.sql().replaceAll("\\$(\\d+)", "?$1"));
        for (int i = 0; i < statement.parameters().size(); i++) {
            query.setParameter(i + 1, statement.parameters().get(i));
        }
        return query;
    }
}
