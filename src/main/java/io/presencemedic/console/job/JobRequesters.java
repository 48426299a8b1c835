package io.presencemedic.console.job;

import io.presencemedic.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who asked for a job, so that a page does not offer him to approve it himself. */
@ApplicationScoped
class JobRequesters {
    private final Mutiny.SessionFactory database;
    private final Caller caller;

    JobRequesters(Mutiny.SessionFactory database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** Whether it was the reader himself who asked for this job. */
    Uni<Boolean> isReader(UUID job) {
        return database.withSession(session -> session.createNativeQuery(
                                "SELECT subject, person FROM job_requester WHERE job = :job", Tuple.class)
                        .setParameter("job", job)
                        .getSingleResultOrNull())
                .map(found ->
                        found != null && caller.isRequester(found.get(0, String.class), found.get(1, String.class)));
    }
}
