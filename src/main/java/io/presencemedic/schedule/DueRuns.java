package io.presencemedic.schedule;

import io.presencemedic.audit.AuditLog;
import io.presencemedic.http.KeepableTime;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The runs of schedules. A run that is due is claimed for a while by the process that asks for its job. */
@ApplicationScoped
class DueRuns {
    private static final int MOST = 20;

    private final Mutiny.SessionFactory database;
    private final DueTimes times;
    private final AuditLog audit;

    DueRuns(Mutiny.SessionFactory database, DueTimes times, AuditLog audit) {
        this.database = database;
        this.times = times;
        this.audit = audit;
    }

    /** A claimed run, with its schedule as it is now. */
    record Due(ScheduleRow schedule, ScheduleRunRow run) {}

    /** Claims runs whose jobs are to be asked for; a claim that is not used up within the lease is free again. */
    Uni<List<Due>> claim(Duration lease) {
        UUID claim = UUID.randomUUID();
        return database.withTransaction(session -> session.createNativeQuery("""
                        with due as (
                          select schedule, planned_at from schedule_run
                          where state = 'DUE' and (lease_until is null or lease_until <= clock_timestamp())
                          order by planned_at limit :most for update skip locked)
                        update schedule_run r set claim = :claim,
                          lease_until = clock_timestamp() + make_interval(secs => :lease)
                        from due where r.schedule = due.schedule and r.planned_at = due.planned_at""")
                .setParameter("claim", claim)
                .setParameter("most", MOST)
                .setParameter("lease", lease.toMillis() / 1000.0)
                .executeUpdate()
                .chain(claimed -> claimed == 0 ? Uni.createFrom().item(List.of()) : claimed(session, claim)));
    }

    private static Uni<List<Due>> claimed(Mutiny.Session session, UUID claim) {
        return session.createSelectionQuery("""
                        select s, r from ScheduleRunRow r join ScheduleRow s on s.id = r.schedule
                        where r.state = :due and r.claim = :claim order by r.plannedAt""", Object[].class)
                .setParameter("due", ScheduleRun.State.DUE)
                .setParameter("claim", claim)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Due((ScheduleRow) row[0], (ScheduleRunRow) row[1]))
                        .toList());
    }

    /** The job of the last run that was begun. */
    Uni<Optional<UUID>> lastJob(UUID schedule) {
        return database.withSession(session -> session.createSelectionQuery(
                                "select job from ScheduleRunRow where schedule = :id and job is not null order by plannedAt desc",
                                UUID.class)
                        .setParameter("id", schedule)
                        .setMaxResults(1)
                        .getResultList())
                .map(jobs -> jobs.stream().findFirst());
    }

    /** The run's job was begun. */
    Uni<Void> started(Due due, UUID job) {
        return claimed(due, (session, run) -> {
            run.state = ScheduleRun.State.STARTED;
            run.job = job;
            run.claim = null;
            return Uni.createFrom().voidItem();
        });
    }

    /** The run's job was not begun, and whoever wants to know is told. */
    Uni<Void> missed(Due due, Missed missed, Instant now) {
        return claimed(
                due, (session, run) -> session.find(ScheduleRow.class, run.schedule, LockModeType.PESSIMISTIC_WRITE)
                        .chain(row -> times.miss(session, row, run, missed, 1, now)));
    }

    /** The run's job was refused for a passing reason; it is asked for again when the claim has run out. */
    Uni<Void> waits(Due due, Missed why) {
        return claimed(due, (session, run) -> {
            run.waitsFor = why.code();
            run.detail = why.detail();
            return Uni.createFrom().voidItem();
        });
    }

    private interface Change {
        Uni<Void> of(Mutiny.Session session, ScheduleRunRow run);
    }

    /** Changes a run, unless somebody else has claimed it since, or its schedule is gone. */
    private Uni<Void> claimed(Due due, Change change) {
        ScheduleRunRow.Key key = new ScheduleRunRow.Key(due.run().schedule, due.run().plannedAt);
        return database.withTransaction(
                session -> session.find(ScheduleRunRow.class, key, LockModeType.PESSIMISTIC_WRITE)
                        .chain(run -> run == null || !Objects.equals(run.claim, due.run().claim)
                                ? Uni.createFrom().voidItem()
                                : change.of(session, run)));
    }

    /** Writes that somebody had a schedule run out of turn; the same job is written once. Gives what is written. */
    Uni<ScheduleRun> asked(ScheduleRow schedule, ScheduleRun run) {
        return database.withTransaction(session -> session.createNativeQuery("""
                        insert into schedule_run (schedule, planned_at, state, asked_by, job, detail)
                        select id, cast(:at as timestamptz), 'STARTED', cast(:by as text), cast(:job as uuid), cast(:reason as text)
                        from schedule where id = :schedule
                        on conflict do nothing""")
                .setParameter("schedule", schedule.id)
                .setParameter("at", run.plannedAt().atOffset(ZoneOffset.UTC))
                .setParameter("by", run.askedBy())
                .setParameter("job", run.job())
                .setParameter("reason", run.detail())
                .executeUpdate()
                .chain(written ->
                        written == 1 ? Uni.createFrom().item(Optional.<ScheduleRun>empty()) : ofJob(session, run.job()))
                .chain(before -> before.isPresent()
                        ? Uni.createFrom().item(before.get())
                        : audit.record(
                                        session,
                                        Schedules.entry("schedule.run", schedule)
                                                .job(run.job())
                                                .after(audit.json(run)))
                                .replaceWith(run)));
    }

    private static Uni<Optional<ScheduleRun>> ofJob(Mutiny.Session session, @Nullable UUID job) {
        return session.createSelectionQuery("from ScheduleRunRow where job = :job", ScheduleRunRow.class)
                .setParameter("job", job)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(ScheduleRun::of));
    }

    /** What has become of a schedule's times, newest first. */
    Uni<Page<ScheduleRun>> list(UUID schedule, PageRequest request) {
        @Nullable Instant before = request.after().map(DueRuns::time).orElse(null);
        String older = before == null ? "" : " and plannedAt < :before";
        return database.withSession(session -> {
                    var query = session.createSelectionQuery(
                                    "from ScheduleRunRow where schedule = :id" + older + " order by plannedAt desc",
                                    ScheduleRunRow.class)
                            .setParameter("id", schedule)
                            .setMaxResults(request.limit() + 1);
                    return (before == null ? query : query.setParameter("before", before)).getResultList();
                })
                .map(rows ->
                        Page.of(rows, request, run -> run.plannedAt.toString()).map(ScheduleRun::of));
    }

    private static Instant time(String cursor) {
        try {
            return KeepableTime.require(Instant.parse(cursor));
        } catch (DateTimeException e) {
            throw PageRequest.unknown();
        }
    }
}
