package io.presencemedic.job.store;

import io.presencemedic.cluster.LiveJobs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which jobs keep a cluster busy, as PostgreSQL knows them. */
@ApplicationScoped
public class StoredLiveJobs implements LiveJobs {
    private final Mutiny.SessionFactory sessions;

    StoredLiveJobs(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** The changing job that is live on the cluster, looked up in a session of its own. */
    public Uni<Optional<UUID>> changing(String cluster) {
        return sessions.withSession(session -> changing(session, cluster));
    }

    /** The changing job that is live on the cluster, or has left something off and is not done with it. */
    public Uni<Optional<UUID>> changing(Mutiny.Session session, String cluster) {
        return first(
                session, "select id from JobRow where cluster = :cluster and mutating and finishedAt is null", cluster);
    }

    /** A job that left something of the cluster switched off and that nobody has acknowledged. */
    public Uni<Optional<UUID>> blocking(Mutiny.Session session, String cluster) {
        return first(session, "select id from JobRow where cluster = :cluster and blocksCluster", cluster);
    }

    /** A job that is changing the cluster or has left something of it off: its inventory is needed. */
    @Override
    public Uni<Optional<UUID>> live(Mutiny.Session session, String cluster) {
        return changing(session, cluster)
                .chain(job -> job.isPresent() ? Uni.createFrom().item(job) : blocking(session, cluster))
                .chain(job -> job.isPresent()
                        ? Uni.createFrom().item(job)
                        : first(session, "select job from HeldOffRow where cluster = :cluster", cluster));
    }

    /** How many jobs that only read the caller has on the cluster that have not ended. */
    public Uni<Long> reading(Mutiny.Session session, String cluster, String caller) {
        return session.createSelectionQuery("""
                        select count(*) from JobRow where cluster = :cluster and requestedBy = :caller
                        and finishedAt is null and not mutating""", Long.class)
                .setParameter("cluster", cluster)
                .setParameter("caller", caller)
                .getSingleResult();
    }

    private static Uni<Optional<UUID>> first(Mutiny.Session session, String query, String cluster) {
        return session.createSelectionQuery(query, UUID.class)
                .setParameter("cluster", cluster)
                .setMaxResults(1)
                .getResultList()
                .map(ids -> ids.stream().findFirst());
    }
}
