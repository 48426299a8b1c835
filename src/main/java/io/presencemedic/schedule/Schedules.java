package io.presencemedic.schedule;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import io.presencemedic.schedule.time.Timetable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The store of schedules. */
@ApplicationScoped
class Schedules {
    private static final long MOST = 500;

    private final Mutiny.SessionFactory database;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Schedules(Mutiny.SessionFactory database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All schedules, by name. */
    Uni<Page<Schedule>> list(PageRequest request) {
        return database.withSession(session -> session.createSelectionQuery(
                                "from ScheduleRow where name > :after order by name", ScheduleRow.class)
                        .setParameter("after", request.after().orElse(""))
                        .setMaxResults(request.limit() + 1)
                        .getResultList())
                .map(rows -> Page.of(rows, request, row -> row.name).map(row -> Schedule.of(row, now())));
    }

    /** The schedule of that id; 404 where there is none. */
    Uni<Schedule> get(UUID id) {
        return database.withSession(session -> found(session, id, LockModeType.NONE))
                .map(row -> Schedule.of(row, now()));
    }

    /** Whether changes may be made for that schedule at present. */
    Uni<Boolean> isOpen(UUID id) {
        return database.withSession(session -> found(session, id, LockModeType.NONE))
                .map(row -> Schedule.timetable(row)
                        .filter(table -> table.isOpen(now()))
                        .isPresent());
    }

    /** Enters a schedule in the caller's transaction; 409 where the name is taken or there are too many. */
    Uni<Schedule> create(Mutiny.Session session, ScheduleDocument document, Timetable table, String by) {
        ScheduleRow row = new ScheduleRow();
        row.id = ids.generate();
        row.createdAt = now();
        row.take(document, by);
        plan(row, Optional.of(table));
        return session.createSelectionQuery("select count(*) from ScheduleRow", Long.class)
                .getSingleResult()
                .invoke(Schedules::refuseMore)
                .chain(() -> session.persist(row))
                .chain(session::flush)
                .map(flushed -> Schedule.of(row, now()))
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> nameTaken(document));
    }

    /** Replaces a schedule, which runs with the rights of who does so from now on. */
    Uni<Schedule> replace(UUID id, ScheduleDocument document, Timetable table, String by) {
        return change(id, row -> {
                    row.take(document, by);
                    if (row.pausedWhy != Schedule.Paused.REQUESTED) {
                        plan(row, Optional.of(table));
                    }
                })
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> nameTaken(document));
    }

    Uni<Schedule> pause(UUID id) {
        return change(id, row -> row.pause(Schedule.Paused.REQUESTED));
    }

    /** Lets a schedule run again, from now on; what was due meanwhile is not made up for. */
    Uni<Schedule> resume(UUID id) {
        return change(id, row -> {
            if (row.pausedWhy != null) {
                plan(row, Schedule.timetable(row));
            }
        });
    }

    Uni<Void> remove(UUID id) {
        return database.withTransaction(
                session -> found(session, id, LockModeType.PESSIMISTIC_WRITE).chain(session::remove));
    }

    private Uni<Schedule> change(UUID id, Consumer<ScheduleRow> change) {
        return database.withTransaction(session -> found(session, id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(change)
                .call(session::flush)
                .map(row -> Schedule.of(row, now())));
    }

    private void plan(ScheduleRow row, Optional<Timetable> table) {
        planAfter(row, table, now());
    }

    /** Sets the next time of a schedule, or has it rest where there is none. */
    static void planAfter(ScheduleRow row, Optional<Timetable> table, Instant after) {
        if (table.isEmpty()) {
            row.pause(Schedule.Paused.TIME_ZONE_UNKNOWN);
            return;
        }
        table.get().next(after).ifPresentOrElse(row::plan, () -> row.pause(Schedule.Paused.NO_TIME_LEFT));
    }

    /** What has become of a schedule's times, newest first; 404 where there is no such schedule. */
    Uni<Page<ScheduleRun>> runs(UUID id, PageRequest request) {
        @Nullable Instant before = request.after().map(Schedules::time).orElse(null);
        String older = before == null ? "" : " and plannedAt < :before";
        return database.withSession(session -> found(session, id, LockModeType.NONE)
                .chain(row -> {
                    var query = session.createSelectionQuery(
                                    "from ScheduleRunRow where schedule = :id" + older + " order by plannedAt desc",
                                    ScheduleRunRow.class)
                            .setParameter("id", id)
                            .setMaxResults(request.limit() + 1);
                    return (before == null ? query : query.setParameter("before", before)).getResultList();
                })
                .map(rows -> Page.of(rows, request, run -> run.plannedAt.toString())
                        .map(ScheduleRun::of)));
    }

    private static Instant time(String cursor) {
        try {
            return Instant.parse(cursor);
        } catch (DateTimeParseException e) {
            throw PageRequest.unknown();
        }
    }

    static Uni<ScheduleRow> found(Mutiny.Session session, UUID id, LockModeType lock) {
        return session.find(ScheduleRow.class, id, lock).onItem().ifNull().failWith(() -> Problem.of(
                        404, "SCHEDULE_UNKNOWN", "There is no schedule with this id; GET /api/v1/schedules lists them.")
                .exception());
    }

    private static void refuseMore(long there) {
        if (there >= MOST) {
            throw Problem.of(
                            409,
                            "TOO_MANY_SCHEDULES",
                            "There are " + there + " schedules already, and no more are taken.")
                    .exception();
        }
    }

    private static ProblemException nameTaken(ScheduleDocument document) {
        return Problem.of(
                        409,
                        "SCHEDULE_NAME_TAKEN",
                        "There is already a schedule called \"" + document.name() + "\". Choose another name.")
                .error("name", "is taken")
                .exception();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
