package io.presencemedic.job.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.job.log.EventJson;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.RecordedEvent;
import io.presencemedic.runbook.Hold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The logs of jobs, in PostgreSQL. Works inside the caller's transaction, under the lock of the job's row. */
@ApplicationScoped
class JobEvents {
    private final EventJson json;
    private final JobEventListeners listeners;
    private final ObjectMapper mapper;

    JobEvents(EventJson json, JobEventListeners listeners, ObjectMapper mapper) {
        this.json = json;
        this.mapper = mapper;
        this.listeners = listeners;
    }

    /** The whole log. */
    Uni<JobHistory> read(Mutiny.Session session, UUID job) {
        return since(session, job, 0).map(JobHistory::of);
    }

    /** The events behind a place in the log. */
    Uni<List<RecordedEvent>> since(Mutiny.Session session, UUID job, long seq) {
        return since(session, job, seq, Integer.MAX_VALUE);
    }

    /** The events behind a place in the log, at most so many. */
    Uni<List<RecordedEvent>> since(Mutiny.Session session, UUID job, long seq, int limit) {
        return session.createSelectionQuery(
                        "from JobEventRow where job = :job and seq > :seq order by seq", JobEventRow.class)
                .setParameter("job", job)
                .setParameter("seq", seq)
                .setMaxResults(limit)
                .setReadOnly(true)
                .getResultList()
                .map(rows -> rows.stream().map(this::recorded).toList());
    }

    /** The logs of several jobs, as they are stored: nothing is made of them on an event loop. */
    static Uni<List<JobEventRow>> stored(Mutiny.Session session, List<UUID> jobs) {
        if (jobs.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createSelectionQuery("from JobEventRow where job in :jobs order by job, seq", JobEventRow.class)
                .setParameter("jobs", jobs)
                .setReadOnly(true)
                .getResultList();
    }

    /** What is in the stored logs of several jobs. */
    Map<UUID, JobHistory> histories(List<JobEventRow> stored) {
        return stored.stream()
                .collect(Collectors.groupingBy(
                        row -> row.job,
                        Collectors.collectingAndThen(
                                Collectors.mapping(this::recorded, Collectors.toList()), JobHistory::of)));
    }

    /** Adds events to the log of a locked row and takes the row along. */
    Uni<JobHistory> append(Mutiny.Session session, JobRow row, JobHistory history, Instant at, List<JobEvent> events) {
        List<RecordedEvent> added = history.numbered(events, at);
        JobHistory after = history.plus(added);
        row.reflect(RowState.of(row.id, after, row.mutating, mapper));
        return write(session, row, after, added);
    }

    private Uni<JobHistory> write(Mutiny.Session session, JobRow row, JobHistory after, List<RecordedEvent> added) {
        Uni<?> written = session.persistAll(
                added.stream().map(recorded -> row(row.id, recorded)).toArray());
        for (RecordedEvent recorded : added) {
            written = written.chain(() -> remember(session, row, recorded));
        }
        return written.chain(session::flush)
                .chain(() -> JobEventListeners.write(session, listeners.appending(row.id, after, added)))
                .replaceWith(after);
    }

    /** The time on the database's clock. */
    static Uni<Instant> now(Mutiny.Session session) {
        return session.createNativeQuery("select clock_timestamp()")
                .getSingleResult()
                .map(JobEvents::instant);
    }

    /** A time as a native query gives it. */
    static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    private Uni<Void> remember(Mutiny.Session session, JobRow row, RecordedEvent recorded) {
        if (recorded.event() instanceof JobEvent.Acting acting && acting.hold() != null) {
            return hold(session, row, recorded.at(), acting.hold());
        }
        if (recorded.event() instanceof JobEvent.LineFinished end && end.restored() != null) {
            return forget(session, row.cluster, end.restored());
        }
        if (recorded.event() instanceof JobEvent.Acknowledged said) {
            return acknowledge(session, row, said);
        }
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> hold(Mutiny.Session session, JobRow row, Instant at, Hold hold) {
        HeldOffRow held = new HeldOffRow();
        held.cluster = row.cluster;
        held.kind = hold.kind();
        held.subject = hold.subject();
        held.job = row.id;
        held.since = at;
        return session.find(HeldOffRow.class, HeldOffRow.Key.of(row.cluster, hold))
                .chain(found ->
                        found == null ? session.persist(held) : Uni.createFrom().voidItem());
    }

    /** What a person has switched on is off no more; what he leaves off is his. */
    private static Uni<Void> acknowledge(Mutiny.Session session, JobRow row, JobEvent.Acknowledged said) {
        Uni<Void> done = Uni.createFrom().voidItem();
        if (said.things() == null) {
            return session.createMutationQuery("update HeldOffRow set acknowledgedBy = :by where job = :job")
                    .setParameter("by", said.by())
                    .setParameter("job", row.id)
                    .executeUpdate()
                    .replaceWithVoid();
        }
        for (JobEvent.Acknowledged.Thing thing : said.things()) {
            done = done.chain(() -> thing.switchedOn()
                    ? forget(session, row.cluster, thing.hold())
                    : session.find(HeldOffRow.class, HeldOffRow.Key.of(row.cluster, thing.hold()))
                            .invoke(held -> {
                                if (held != null) {
                                    held.acknowledgedBy = said.by();
                                }
                            })
                            .replaceWithVoid());
        }
        return done;
    }

    private static Uni<Void> forget(Mutiny.Session session, String cluster, Hold hold) {
        return session.find(HeldOffRow.class, HeldOffRow.Key.of(cluster, hold))
                .chain(found -> found == null ? Uni.createFrom().voidItem() : session.remove(found));
    }

    private JobEventRow row(UUID job, RecordedEvent recorded) {
        JobEventRow row = new JobEventRow();
        row.job = job;
        row.seq = recorded.seq();
        row.at = recorded.at();
        row.body = json.write(recorded.event());
        return row;
    }

    private RecordedEvent recorded(JobEventRow row) {
        return new RecordedEvent(row.seq, row.at, json.read(row.body));
    }
}
