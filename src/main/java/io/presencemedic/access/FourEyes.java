package io.presencemedic.access;

import io.presencemedic.audit.Actor;
import io.presencemedic.http.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Nobody approves what he asked for, under whatever name he comes back: persons are compared, not keys, and a key does
 * not approve what the person asked for who made it.
 */
@ApplicationScoped
public class FourEyes {
    /** Remembers who asks for a job; a statement in PostgreSQL's notation for the transaction that makes the job. */
    public static final String REMEMBER =
            "INSERT INTO job_requester (job, subject, person)"
                    + " VALUES (cast($1 AS uuid), cast($2 AS text), cast($3 AS text))";

    private final Mutiny.SessionFactory database;

    FourEyes(Mutiny.SessionFactory database) {
        this.database = database;
    }

    /** What {@link #REMEMBER} wants, in its order: which person asks for the job. */
    public static List<@Nullable Object> remembering(Actor actor, UUID job) {
        return List.of(job, actor.id(), actor.person());
    }

    /**
     * Requires that somebody else than the approver asked for the job.
     *
     * @throws io.presencemedic.http.ProblemException (in the Uni) 403 {@code OWN_JOB} where he did himself
     */
    Uni<Void> require(Subject approver, UUID job) {
        return database.withSession(session -> session.createNativeQuery(
                                "SELECT subject, person FROM job_requester WHERE job = :job", Tuple.class)
                        .setParameter("job", job)
                        .getSingleResultOrNull())
                .invoke(found -> {
                    if (found != null && isOwn(approver, found.get(0, String.class), found.get(1, String.class))) {
                        throw ownJob();
                    }
                })
                .replaceWithVoid();
    }

    static boolean isOwn(Subject approver, String subject, String person) {
        return approver.id().equals(subject)
                || approver.person().equals(person)
                || approver.makers().contains(person)
                || approver.makers().contains(subject);
    }

    private static RuntimeException ownJob() {
        return Problem.of(
                        403,
                        "OWN_JOB",
                        "Nobody approves a job that he requested himself, nor with a key that he made or answers for."
                                + " Ask another approver.")
                .exception();
    }
}
