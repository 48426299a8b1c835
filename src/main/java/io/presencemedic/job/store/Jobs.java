package io.presencemedic.job.store;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.RecordedEvent;
import io.presencemedic.job.view.JobSummary;
import io.presencemedic.job.view.JobView;
import io.presencemedic.runbook.Hold;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The jobs, in PostgreSQL, as requests read them and write to them. */
@ApplicationScoped
public class Jobs {
    private final Mutiny.SessionFactory sessions;
    private final JobEvents events;
    private final JobSignals signals;
    private final ObjectMapper json;

    Jobs(Mutiny.SessionFactory sessions, JobEvents events, JobSignals signals, ObjectMapper json) {
        this.sessions = sessions;
        this.events = events;
        this.signals = signals;
        this.json = json;
    }

    /** Reads in one session. */
    public <T> Uni<T> inSession(Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withSession(work);
    }

    /** The request whose plan has this hash; empty where it is not kept any more. */
    public Uni<Optional<JobEvent.Submitted>> planned(Mutiny.Session session, String cluster, String hash) {
        return session.createSelectionQuery(
                        "select id from JobRow where cluster = :cluster and planHash = :hash order by id desc",
                        UUID.class)
                .setParameter("cluster", cluster)
                .setParameter("hash", hash)
                .setMaxResults(1)
                .getResultList()
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().item(Optional.<JobEvent.Submitted>empty())
                        : events.read(session, ids.get(0)).map(history -> Optional.of(history.submitted())));
    }

    /** A job's log. */
    public Uni<Optional<JobHistory>> find(UUID id) {
        return sessions.withSession(session -> events.read(session, id))
                .map(history -> history.events().isEmpty() ? Optional.empty() : Optional.of(history));
    }

    /** The logs of a job, of those that it retried, and of the retries of them all. */
    public Uni<Map<UUID, JobHistory>> sameWork(UUID id) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        with recursive retried (id) as (
                          select cast(:id as uuid)
                          union all
                          select cast(cast(e.body as jsonb) ->> 'retryOf' as uuid) from retried r
                          join job_event e on e.job = r.id and e.seq = 1 and e.body like '%"retryOf"%'),
                        made (id) as (
                          select id from retried where id is not null
                          union
                          select e.job from made m
                          join job_event e on e.seq = 1 and e.body like '%"retryOf"%'
                            and cast(e.body as jsonb) ->> 'retryOf' = cast(m.id as text))
                        select id from made""", UUID.class)
                        .setParameter("id", id)
                        .getResultList())
                .chain(this::find);
    }

    /** A job in short; empty where there is none. */
    public Uni<Optional<JobSummary>> summary(UUID id) {
        return sessions.withSession(session -> session.find(JobRow.class, id))
                .map(row -> Optional.ofNullable(row).map(this::summary));
    }

    /**
     * A cluster's jobs by one runbook in short, newest first.
     *
     * @param before only jobs older than this one; null for the newest
     */
    public Uni<List<JobSummary>> summaries(String cluster, String runbook, @Nullable UUID before, int limit) {
        JobFilter filter = new JobFilter(cluster, null, runbook, null, null);
        return sessions.withSession(session -> filter.rows(session, before, limit))
                .map(rows -> rows.stream().map(this::summary).toList());
    }

    /**
     * The newest job of a runbook that only reads, where it succeeded, began at that time or later, and no job that may
     * change the cluster has been at work since; empty otherwise.
     */
    public Uni<Optional<JobSummary>> stillTrue(String cluster, String runbook, Instant since) {
        return sessions.withSession(session -> session.createSelectionQuery("""
                                from JobRow seen where cluster = :cluster and runbook = :runbook and state = SUCCEEDED
                                  and startedAt >= :since
                                  and not exists (from JobRow other where other.cluster = :cluster and other.mutating
                                    and other.mode = EXECUTE and (other.finishedAt is null or other.finishedAt >= seen.startedAt))
                                order by id desc""", JobRow.class)
                        .setParameter("cluster", cluster)
                        .setParameter("runbook", runbook)
                        .setParameter("since", since)
                        .setMaxResults(1)
                        .setReadOnly(true)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(this::summary));
    }

    private JobSummary summary(JobRow row) {
        return row.inShort(row.failure == null ? null : read(row.failure, JobFailure.class));
    }

    /**
     * Jobs as callers see them, newest first. Those that have ended are as they were then; logs are read of the others
     * alone, and nothing is made of them on an event loop.
     *
     * @param before only jobs older than this one; null for the newest
     */
    public Uni<List<JobView>> list(JobFilter filter, @Nullable UUID before, int limit) {
        return sessions.withSession(
                        session -> filter.rows(session, before, limit).chain(rows -> withLogsOfTheLive(session, rows)))
                .chain(listed -> offTheEventLoop(() -> views(listed)));
    }

    /** A job as callers see it; empty where there is none. Nothing is made of its log on an event loop. */
    public Uni<Optional<JobView>> view(UUID id) {
        return sessions.withSession(session -> session.find(JobRow.class, id)
                        .chain(row -> withLogsOfTheLive(session, row == null ? List.of() : List.of(row))))
                .chain(listed -> offTheEventLoop(() -> views(listed).stream().findFirst()));
    }

    /** A job in short, where it stands by its row, and its log. */
    public record KnownJob(JobSummary summary, JobHistory history) {}

    /** A job and its log; empty where there is none. */
    public Uni<Optional<KnownJob>> known(UUID id) {
        return known(List.of(id)).map(found -> Optional.ofNullable(found.get(id)));
    }

    /** Several jobs and their logs; those that are not there are left out. */
    public Uni<Map<UUID, KnownJob>> known(List<UUID> ids) {
        return sessions.withSession(session -> session.find(JobRow.class, ids.toArray())
                        .chain(rows -> JobEvents.stored(session, ids)
                                .map(logs -> new Listed(
                                        rows.stream().filter(Objects::nonNull).toList(), logs))))
                .chain(listed -> offTheEventLoop(() -> known(listed)));
    }

    private Map<UUID, KnownJob> known(Listed listed) {
        Map<UUID, JobHistory> histories = events.histories(listed.logs());
        return listed.rows().stream()
                .collect(Collectors.toMap(row -> row.id, row -> new KnownJob(summary(row), log(histories, row.id))));
    }

    /** The logs of several jobs; those that are not there are left out. */
    public Uni<Map<UUID, JobHistory>> find(List<UUID> ids) {
        return sessions.withSession(session -> JobEvents.stored(session, ids))
                .chain(stored -> offTheEventLoop(() -> events.histories(stored)));
    }

    private record Listed(List<JobRow> rows, List<JobEventRow> logs) {}

    private static Uni<Listed> withLogsOfTheLive(Mutiny.Session session, List<JobRow> rows) {
        List<UUID> unread =
                rows.stream().filter(row -> row.view == null).map(row -> row.id).toList();
        return JobEvents.stored(session, unread).map(logs -> new Listed(rows, logs));
    }

    private List<JobView> views(Listed listed) {
        Map<UUID, JobHistory> histories = events.histories(listed.logs());
        List<JobView> views = new ArrayList<>();
        for (JobRow row : listed.rows()) {
            views.add(row.view != null ? read(row.view, JobView.class) : view(row, log(histories, row.id)));
        }
        return views;
    }

    private static JobHistory log(Map<UUID, JobHistory> histories, UUID job) {
        return histories.getOrDefault(job, JobHistory.of(List.of()));
    }

    private static JobView view(JobRow row, JobHistory history) {
        return JobView.of(row.id, history, row.shown(history.state()));
    }

    /** What was kept by an earlier version lacks what this one counts. */
    private <T> T read(String text, Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .readValue(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a job's row cannot be read", e);
        }
    }

    private static <T> Uni<T> offTheEventLoop(Callable<T> work) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(() -> context.executeBlocking(work, false).toCompletionStage());
    }

    /** The events behind a place in a job's log, and whether there will be no more. */
    public record More(List<RecordedEvent> events, boolean isOver) {}

    /** The events behind a place in a job's log, at most so many. */
    public Uni<More> events(UUID id, long after, int limit) {
        return sessions.withSession(
                session -> session.find(JobRow.class, id).chain(row -> events.since(session, id, after, limit)
                        .map(found -> new More(found, row == null || isOver(row, after, found)))));
    }

    private static boolean isOver(JobRow row, long after, List<RecordedEvent> found) {
        return row.state.isFinal() && after + found.size() >= row.lastSeq;
    }

    /** Whether there is such a job. */
    public Uni<Boolean> exists(UUID id) {
        return sessions.withSession(session -> session.find(JobRow.class, id)).map(row -> row != null);
    }

    /**
     * Writes what a person or another program decides about a job, and wakes the job.
     *
     * @param verb sees the log under the row's lock and gives the events; none changes nothing
     * @return the log afterwards; empty where there is no such job
     */
    public Uni<Optional<JobHistory>> write(UUID id, Function<JobHistory, List<JobEvent>> verb) {
        return sessions.withTransaction(session -> session.find(JobRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                        .chain(row -> row == null
                                ? Uni.createFrom().item(Optional.<JobHistory>empty())
                                : write(session, row, verb).map(Optional::of)))
                .invoke(written -> written.ifPresent(history -> signals.due(id)));
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
    public Uni<Optional<HeldOff>> heldOff(String cluster, Hold hold) {
        return heldOff(cluster)
                .map(all ->
                        all.stream().filter(held -> held.hold().equals(hold)).findFirst());
    }

    /** Everything of the cluster that is off by our own record. */
    public Uni<List<HeldOff>> heldOff(String cluster) {
        return sessions.withSession(session -> session.createSelectionQuery("""
                        select h, j.finishedAt from HeldOffRow h join JobRow j on j.id = h.job
                        where h.cluster = :cluster order by h.kind, h.subject""", Object[].class)
                        .setParameter("cluster", cluster)
                        .getResultList())
                .map(rows -> rows.stream().map(Jobs::heldOff).toList());
    }

    /**
     * Something that is off, by which job, and since when.
     *
     * @param jobEnded whether the job has ended, so that nothing but a retry or a person switches it on again
     * @param acknowledgedBy the person who has seen to it and left it off; null where nobody has
     */
    public record HeldOff(
            Hold hold,
            UUID job,
            Instant since,
            boolean jobEnded,
            @Nullable String acknowledgedBy) {}

    private static HeldOff heldOff(Object[] found) {
        HeldOffRow row = (HeldOffRow) found[0];
        return new HeldOff(new Hold(row.kind, row.subject), row.job, row.since, found[1] != null, row.acknowledgedBy);
    }
}
