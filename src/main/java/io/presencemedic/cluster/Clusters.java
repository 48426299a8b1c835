package io.presencemedic.cluster;

import io.presencemedic.access.grant.ReadScope;
import io.presencemedic.audit.AuditEntry;
import io.presencemedic.audit.AuditLog;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** The store of clusters. */
@ApplicationScoped
public class Clusters {
    private static final Duration BUSY_RETRY = Duration.ofSeconds(30);
    private static final String FOR_CHANGE = "for update";

    private final Mutiny.SessionFactory database;
    private final Instance<LiveJobs> jobs;
    private final AuditLog audit;
    private final Clock clock;
    private final KnownClusters known;

    Clusters(
            Mutiny.SessionFactory database, Instance<LiveJobs> jobs, AuditLog audit, Clock clock, KnownClusters known) {
        this.known = known;
        this.audit = audit;
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The cluster of this id. */
    public Uni<Optional<Cluster>> find(String id) {
        return known.find(id).map(found -> found.map(StoredCluster::cluster));
    }

    /** The cluster of this id; a 404 problem where there is none. */
    public Uni<Cluster> get(String id) {
        return stored(id).map(StoredCluster::cluster);
    }

    /**
     * Keeps a cluster as it is until the session's transaction ends; a 404 problem where there is none. For whoever
     * creates something that needs the cluster.
     *
     * @return the time on the database's clock
     */
    public Uni<Instant> keep(Mutiny.Session session, String id) {
        return session.createSelectionQuery(
                        "select function('clock_timestamp' as Instant) from ClusterRow where id = :id", Instant.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> unknown(id));
    }

    /**
     * Remembers the first host key that a node showed.
     *
     * @return false where the node has a key already, or is gone
     */
    public Uni<Boolean> pinHostKey(String cluster, String node, String fingerprint) {
        return database.withTransaction(session -> lockedIfThere(session, cluster, FOR_CHANGE)
                .map(row -> row != null
                        && row.nodes.stream()
                                .filter(each -> each.name.equals(node) && each.hostKey == null)
                                .peek(each -> each.hostKey = fingerprint)
                                .findFirst()
                                .isPresent()));
    }

    /**
     * Enters the simulated cluster as it is in this run.
     *
     * @return false, with nothing done, where the inventory holds another cluster
     */
    public Uni<Boolean> putSimulated(Cluster simulated) {
        return database.withTransaction(session -> count(session, false)
                .chain(others -> others > 0
                        ? Uni.createFrom().item(false)
                        : lockedIfThere(session, simulated.id(), FOR_CHANGE)
                                .chain(row -> put(session, row, simulated))
                                .replaceWith(true)));
    }

    /** Removes the simulated cluster of an earlier run, if any. */
    public Uni<Void> removeSimulated() {
        return database.withTransaction(
                session -> session.createSelectionQuery("from ClusterRow where simulated", ClusterRow.class)
                        .getResultList()
                        .chain(rows -> session.removeAll(rows.toArray())));
    }

    Uni<StoredCluster> stored(String id) {
        return known.find(id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** The clusters that the caller may read. */
    Uni<Page<Cluster>> list(PageRequest request, ReadScope scope) {
        String limit = scope.isUnlimited() ? "" : " and cast(sql('(? ~ ?)', id, :scope) as Boolean) = true";
        return database.withSession(session -> {
                    Mutiny.SelectionQuery<ClusterRow> query = session.createSelectionQuery(
                            "from ClusterRow where id > :after" + limit + " order by id", ClusterRow.class);
                    if (!scope.isUnlimited()) {
                        query.setParameter("scope", scope.clusters());
                    }
                    return query.setParameter("after", request.after().orElse(""))
                            .setMaxResults(request.limit() + 1)
                            .getResultList();
                })
                .map(rows -> Page.of(rows, request, row -> row.id).map(ClusterRow::cluster));
    }

    /** Enters a cluster in the caller's transaction; 409 where the id is taken or the simulator is on. */
    Uni<StoredCluster> create(Mutiny.Session session, Cluster cluster) {
        ClusterRow row = ClusterRow.of(cluster, clock.instant());
        return count(session, true)
                .invoke(simulated -> {
                    if (simulated > 0) {
                        throw simulatorIsOn();
                    }
                })
                .chain(() -> session.persist(row))
                .chain(session::flush)
                .chain(() -> audit.record(
                        session, entry("cluster.create", cluster.id()).after(audit.json(cluster))))
                .map(flushed -> row.stored())
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> Problem.of(
                                409, "CLUSTER_ID_TAKEN", "There is already a cluster \"" + cluster.id() + "\".")
                        .error("id", "is taken")
                        .exception());
    }

    /** Replaces a cluster; 404, 412 or, while a job works on it, 409. */
    Uni<StoredCluster> replace(IfMatch condition, Cluster cluster) {
        return database.withTransaction(
                session -> changeable(session, cluster.id(), condition).chain(row -> {
                    AuditEntry entry = entry("cluster.replace", cluster.id())
                            .before(audit.json(row.cluster()))
                            .after(audit.json(cluster));
                    row.take(cluster, clock.instant());
                    return session.flush()
                            .chain(() -> audit.record(session, entry))
                            .replaceWith(row::stored);
                }));
    }

    /** Removes a cluster; 404, 412 or, while a job works on it, 409. */
    Uni<Void> remove(String id, IfMatch condition) {
        return database.withTransaction(
                session -> changeable(session, id, condition).chain(row -> {
                    AuditEntry entry = entry("cluster.delete", id).before(audit.json(row.cluster()));
                    return session.remove(row).chain(() -> audit.record(session, entry));
                }));
    }

    private static AuditEntry entry(String verb, String id) {
        return AuditEntry.of(verb).cluster(id).target("/api/v1/clusters/" + id);
    }

    private Uni<ClusterRow> changeable(Mutiny.Session session, String id, IfMatch condition) {
        return locked(session, id, FOR_CHANGE)
                .invoke(row -> {
                    condition.require(row.stored());
                    if (row.simulated) {
                        throw keptByTheService();
                    }
                })
                .call(() -> refuseWhileWorking(session, id));
    }

    private Uni<Void> refuseWhileWorking(Mutiny.Session session, String id) {
        return jobs.isUnsatisfied()
                ? Uni.createFrom().voidItem()
                : jobs.get()
                        .live(session, id)
                        .invoke(live -> live.ifPresent(job -> {
                            throw busy(job);
                        }))
                        .replaceWithVoid();
    }

    private static Uni<ClusterRow> locked(Mutiny.Session session, String id, String strength) {
        return lockedIfThere(session, id, strength).invoke(row -> {
            if (row == null) {
                throw unknown(id);
            }
        });
    }

    // Locked first and read by a statement of its own: a statement that waits for a lock reads what it joins, the
    // nodes,
    // as they were before it waited (READ COMMITTED, PostgreSQL 13.2.1).
    private static Uni<ClusterRow> lockedIfThere(Mutiny.Session session, String id, String strength) {
        return session.createNativeQuery("select id from cluster where id = :id " + strength, String.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .chain(() -> session.find(ClusterRow.class, id));
    }

    private Uni<Void> put(Mutiny.Session session, ClusterRow row, Cluster cluster) {
        if (row == null) {
            return session.persist(ClusterRow.of(cluster, clock.instant()));
        }
        row.take(cluster, clock.instant());
        return Uni.createFrom().voidItem();
    }

    private static Uni<Long> count(Mutiny.Session session, boolean simulated) {
        return session.createSelectionQuery("select count(*) from ClusterRow where simulated = :simulated", Long.class)
                .setParameter("simulated", simulated)
                .getSingleResult();
    }

    private static ProblemException unknown(String id) {
        return Problem.of(
                        404, "CLUSTER_UNKNOWN", "There is no cluster \"" + id + "\"; GET /api/v1/clusters lists them.")
                .exception();
    }

    private static ProblemException busy(UUID job) {
        return Problem.of(409, "CLUSTER_BUSY", "Job " + job + " is working on the cluster. Wait for it or cancel it.")
                .with("job", job)
                .retryAfter(BUSY_RETRY)
                .exception();
    }

    private static ProblemException simulatorIsOn() {
        return Problem.of(
                        409,
                        "SIMULATOR_ON",
                        "The simulator is on and does not mix with real clusters. Start with medic.simulator.enabled=false.")
                .retryAfter(BUSY_RETRY)
                .exception();
    }

    private static ProblemException keptByTheService() {
        return Problem.of(
                        409,
                        "CLUSTER_SIMULATED",
                        "The simulated cluster is kept by the service. Start with medic.simulator.enabled=false to be without it.")
                .retryAfter(BUSY_RETRY)
                .exception();
    }
}
