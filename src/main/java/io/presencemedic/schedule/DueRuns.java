package io.presencemedic.schedule;

import io.presencemedic.notify.Outbox;
import io.presencemedic.schedule.time.Timetable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The times that have come. Any process may ask; a row's lock and a repeatable key see to it that each time is begun
 * once.
 */
@ApplicationScoped
class DueRuns {
    private static final int MOST = 20;

    private final Mutiny.SessionFactory database;
    private final Outbox outbox;
    private final Clock clock;

    DueRuns(Mutiny.SessionFactory database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A time that has come, with its schedule as it is now. */
    record Due(ScheduleRow schedule, ScheduleRunRow run) {}

    /** Turns every time that has come into a run, or into one that was missed; tells how many schedules that were. */
    Uni<Integer> plan(Duration grace) {
        Instant now = now();
        return database.withTransaction(session -> session.createNativeQuery(
                        "select id from schedule where next_at <= :now order by next_at limit :most for update skip locked",
                        UUID.class)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setParameter("most", MOST)
                .getResultList()
                .call(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(id -> session.find(ScheduleRow.class, id)
                                .chain(row -> plan(session, row, now, grace)))
                        .collect()
                        .last())
                .map(List::size));
    }

    private Uni<Void> plan(Mutiny.Session session, ScheduleRow row, Instant now, Duration grace) {
        Instant planned = Objects.requireNonNull(row.nextAt);
        Optional<Timetable> table = Schedule.timetable(row);
        Schedules.planAfter(row, table, now.isAfter(planned) ? now : planned);
        ScheduleRunRow run = new ScheduleRunRow();
        run.schedule = row.id;
        run.plannedAt = planned;
        run.state = ScheduleRun.State.DUE;
        if (table.isEmpty()) {
            return miss(session, row, run, Missed.TIME_ZONE_UNKNOWN, 1);
        }
        if (planned.plus(grace).isBefore(now)) {
            return miss(session, row, run, Missed.TOO_LATE, table.get().count(planned, now));
        }
        return session.persist(run);
    }

    private Uni<Void> miss(Mutiny.Session session, ScheduleRow row, ScheduleRunRow run, Missed why, int times) {
        run.state = ScheduleRun.State.MISSED;
        run.code = why.name();
        run.detail = why.words();
        run.missed = times;
        return session.persist(run).chain(() -> outbox.write(session, MissedNotification.of(row, run, now())));
    }

    /** Has a schedule run out of turn, now. */
    Uni<ScheduleRun> ask(Mutiny.Session session, UUID schedule, String by, @Nullable String reason) {
        ScheduleRunRow run = new ScheduleRunRow();
        run.schedule = schedule;
        run.plannedAt = now();
        run.state = ScheduleRun.State.DUE;
        run.askedBy = by;
        run.detail = reason;
        return session.persist(run).chain(session::flush).map(flushed -> ScheduleRun.of(run));
    }

    /** Claims runs whose jobs are to be asked for; a claim that is not used up within the lease is free again. */
    Uni<List<Due>> claim(Duration lease) {
        return database.withTransaction(session -> session.createNativeQuery("""
                        with due as (
                          select schedule, planned_at from schedule_run
                          where state = 'DUE' and (lease_until is null or lease_until <= clock_timestamp())
                          order by planned_at limit :most for update skip locked)
                        update schedule_run r set lease_until = clock_timestamp() + make_interval(secs => :lease)
                        from due where r.schedule = due.schedule and r.planned_at = due.planned_at
                        returning r.schedule""", UUID.class)
                .setParameter("most", MOST)
                .setParameter("lease", lease.toMillis() / 1000.0)
                .getResultList()
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : due(session, ids)));
    }

    private static Uni<List<Due>> due(Mutiny.Session session, List<UUID> schedules) {
        return session.createSelectionQuery("""
                        select s, r from ScheduleRunRow r join ScheduleRow s on s.id = r.schedule
                        where r.state = :due and r.schedule in :schedules order by r.plannedAt""", Object[].class)
                .setParameter("due", ScheduleRun.State.DUE)
                .setParameter("schedules", schedules)
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
        return database.withTransaction(session -> session.createMutationQuery(
                        "update ScheduleRunRow set state = :state, job = :job where schedule = :id and plannedAt = :at")
                .setParameter("state", ScheduleRun.State.STARTED)
                .setParameter("job", job)
                .setParameter("id", due.run().schedule)
                .setParameter("at", due.run().plannedAt)
                .executeUpdate()
                .replaceWithVoid());
    }

    /** The run's job was not begun, and whoever wants to know is told. */
    Uni<Void> missed(Due due, String code, String detail) {
        return database.withTransaction(session -> session.find(
                        ScheduleRunRow.class, new ScheduleRunRow.Key(due.run().schedule, due.run().plannedAt))
                .chain(run -> {
                    if (run == null || run.state != ScheduleRun.State.DUE) {
                        return Uni.createFrom().voidItem();
                    }
                    run.state = ScheduleRun.State.MISSED;
                    run.code = code;
                    run.detail = detail;
                    run.missed = 1;
                    return outbox.write(session, MissedNotification.of(due.schedule(), run, now()));
                }));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
