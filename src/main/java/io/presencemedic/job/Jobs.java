package io.presencemedic.job;

import io.presencemedic.cluster.LiveJobs;
import io.presencemedic.runbook.Hold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The jobs, in PostgreSQL. */
@ApplicationScoped
public class Jobs implements LiveJobs {
    /** Greater than every id, as PostgreSQL compares them. */
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Mutiny.SessionFactory sessions;
    private final JobEvents events;

    Jobs(Mutiny.SessionFactory sessions, JobEvents events) {
        this.sessions = sessions;
        this.events = events;
    }

    /** A job with its id. */
    record Identified(UUID id, JobHistory history) {}

    /**
     * Makes a job from its first events, inside the caller's transaction.
     *
     * @param mutating whether the job may change its cluster; one such job is live per cluster
     */
    Uni<JobHistory> create(
            Mutiny.Session session, UUID id, JobEvent.Submitted submitted, List<JobEvent> more, boolean mutating) {
        return JobEvents.now(session).chain(now -> {
            JobRow row = new JobRow();
            row.id = id;
            row.cluster = submitted.cluster();
            row.runbook = submitted.runbook();
            row.mode = submitted.mode();
            row.state = JobState.QUEUED;
            row.mutating = mutating;
            row.requestedBy = submitted.requestedBy();
            row.ticket = submitted.ticket();
            row.createdAt = now;
            row.dueAt = now;
            List<JobEvent> all = new java.util.ArrayList<>(List.of(submitted));
            all.addAll(more);
            return session.persist(row)
                    .chain(session::flush)
                    .chain(() -> events.append(session, row, JobHistory.of(List.of()), now, all));
        });
    }

    /** Reads in one session. */
    <T> Uni<T> inSession(Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withSession(work);
    }

    /** How many jobs have left something switched off that nobody has acknowledged. */
    Uni<Long> blockingCount() {
        return sessions.withSession(
                session -> session.createSelectionQuery("select count(*) from JobRow where blocksCluster", Long.class)
                        .getSingleResult());
    }

    @Override
    public Uni<Optional<UUID>> live(Mutiny.Session session, String cluster) {
        return first(
                session, "select id from JobRow where cluster = :cluster and mutating and finishedAt is null", cluster);
    }

    /** A job that left something of the cluster switched off and that nobody has acknowledged. */
    Uni<Optional<UUID>> blocking(Mutiny.Session session, String cluster) {
        return first(session, "select id from JobRow where cluster = :cluster and blocksCluster", cluster);
    }

    private static Uni<Optional<UUID>> first(Mutiny.Session session, String query, String cluster) {
        return session.createSelectionQuery(query, UUID.class)
                .setParameter("cluster", cluster)
                .setMaxResults(1)
                .getResultList()
                .map(ids -> ids.stream().findFirst());
    }

    /** A job's log. */
    Uni<Optional<JobHistory>> find(UUID id) {
        return sessions.withSession(session -> events.read(session, id))
                .map(history -> history.events().isEmpty() ? Optional.empty() : Optional.of(history));
    }

    /** A job in short; empty where there is none. */
    public Uni<Optional<JobSummary>> summary(UUID id) {
        return find(id).map(found -> found.map(history -> JobSummary.of(id, history)));
    }

    /**
     * A cluster's jobs by one runbook in short, newest first.
     *
     * @param before only jobs older than this one; null for the newest
     */
    public Uni<List<JobSummary>> summaries(
            String cluster, String runbook, @org.jspecify.annotations.Nullable UUID before, int limit) {
        return list(new Filter(cluster, null, runbook, null, null), before, limit).map(found -> found.stream()
                .map(job -> JobSummary.of(job.id(), job.history()))
                .toList());
    }

    /**
     * What a caller asks jobs for; each part may be absent.
     *
     * @param scope regular expression for cluster, blank and runbook of the jobs that he may read
     */
    record Filter(
            @org.jspecify.annotations.Nullable String cluster,
            @org.jspecify.annotations.Nullable JobState state,
            @org.jspecify.annotations.Nullable String runbook,
            @org.jspecify.annotations.Nullable String ticket,
            @org.jspecify.annotations.Nullable String scope) {}

    /**
     * Jobs, newest first.
     *
     * @param before only jobs older than this one; null for the newest
     */
    Uni<List<Identified>> list(Filter filter, @org.jspecify.annotations.Nullable UUID before, int limit) {
        String readable = filter.scope() == null ? "" : "and sql('(? ~ ?)', concat(cluster, ' ', runbook), :scope) = true";
        return sessions.withSession(session -> {
            Mutiny.SelectionQuery<UUID> query = session.createSelectionQuery("""
                        select id from JobRow where (:cluster is null or cluster = :cluster)
                        and (:state is null or state = :state) and (:runbook is null or runbook = :runbook)
                        and (:ticket is null or ticket = :ticket) and id < :before
                        """ + readable + " order by id desc", UUID.class)
                .setParameter("cluster", filter.cluster())
                .setParameter("state", filter.state())
                .setParameter("runbook", filter.runbook())
                .setParameter("ticket", filter.ticket())
                .setParameter("before", before == null ? AFTER_ALL : before);
            if (filter.scope() != null) {
                query.setParameter("scope", filter.scope());
            }
            return query.setMaxResults(limit).getResultList()
                .chain(ids -> events.read(session, ids).map(logs -> ids.stream()
                        .map(id -> new Identified(id, java.util.Objects.requireNonNull(logs.get(id))))
                        .toList()));
        });
    }

    /** The events behind a place in a job's log, at most so many. */
    Uni<List<RecordedEvent>> events(UUID id, long after) {
        return sessions.withSession(session -> events.since(session, id, after));
    }

    /**
     * Writes what a person or another program decides about a job, and wakes the job.
     *
     * @param verb sees the log under the row's lock and gives the events; none changes nothing
     * @return the log afterwards; empty where there is no such job
     */
    Uni<Optional<JobHistory>> write(UUID id, Function<JobHistory, List<JobEvent>> verb) {
        return sessions.withTransaction(session -> session.find(JobRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.<JobHistory>empty())
                        : write(session, row, verb).map(Optional::of)));
    }

    private Uni<JobHistory> write(Mutiny.Session session, JobRow row, Function<JobHistory, List<JobEvent>> verb) {
        return events.read(session, row.id).chain(history -> {
            List<JobEvent> decided = verb.apply(history);
            if (decided.isEmpty()) {
                return Uni.createFrom().item(history);
            }
            return JobEvents.now(session).chain(now -> {
                row.dueAt = now.isBefore(row.dueAt) ? now : row.dueAt;
                return events.append(session, row, history, now, decided);
            });
        });
    }

    /** Which job switched this off and when, by our own record. */
    Uni<Optional<HeldOff>> heldOff(String cluster, Hold hold) {
        return sessions.withSession(session -> session.find(HeldOffRow.class, HeldOffRow.Key.of(cluster, hold)))
                .map(row -> Optional.ofNullable(row).map(Jobs::heldOff));
    }

    /** Everything of the cluster that is off by our own record. */
    public Uni<List<HeldOff>> heldOff(String cluster) {
        return sessions.withSession(session -> session.createSelectionQuery(
                                "from HeldOffRow where cluster = :cluster order by kind, subject", HeldOffRow.class)
                        .setParameter("cluster", cluster)
                        .getResultList())
                .map(rows -> rows.stream().map(Jobs::heldOff).toList());
    }

    /** Something that is off, by which job, and since when. */
    public record HeldOff(Hold hold, UUID job, Instant since) {}

    private static HeldOff heldOff(HeldOffRow row) {
        return new HeldOff(new Hold(row.kind, row.subject), row.job, row.since);
    }
}
