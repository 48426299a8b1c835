package io.presencemedic.schedule;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.presencemedic.access.KeyHolder;
import io.presencemedic.access.grant.ReadScope;
import io.presencemedic.audit.AuditEntry;
import io.presencemedic.audit.AuditLog;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** The store of schedules. Every change is in the audit log. */
@ApplicationScoped
class Schedules {
    private static final long MOST = 500;

    private final Mutiny.SessionFactory database;
    private final AuditLog audit;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Schedules(Mutiny.SessionFactory database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** The schedules that somebody may read, by name. */
    Uni<Page<Schedule>> list(PageRequest request, ReadScope scope) {
        String after = request.after().orElse("");
        return database.withSession(session -> session.createSelectionQuery(
                                "from ScheduleRow where name > :after"
                                        + " and cast(sql('(? ~ ?)', concat(cluster, ' ', runbook), :scope) as Boolean) = true"
                                        + " order by name",
                                ScheduleRow.class)
                        .setParameter("after", after)
                        .setParameter("scope", scope.jobs())
                        .setMaxResults(request.limit() + 1)
                        .getResultList())
                .map(rows -> Page.of(rows, request, row -> row.name).map(Schedule::of));
    }

    /** The schedule of that id; 404 where there is none. */
    Uni<ScheduleRow> get(UUID id) {
        return database.withSession(session -> found(session, id, LockModeType.NONE));
    }

    /**
     * Enters a schedule in the caller's transaction; 409 where the name is taken or there are too many.
     *
     * @param next its next times
     */
    Uni<Schedule> create(Mutiny.Session session, ScheduleDocument document, List<Instant> next, KeyHolder by) {
        ScheduleRow row = new ScheduleRow();
        row.id = ids.generate();
        row.createdAt = now();
        row.take(document, by);
        row.plan(next);
        return session.createSelectionQuery("select count(*) from ScheduleRow", Long.class)
                .getSingleResult()
                .invoke(Schedules::refuseMore)
                .chain(() -> session.persist(row))
                .chain(session::flush)
                .map(flushed -> Schedule.of(row))
                .call(made ->
                        audit.record(session, entry("schedule.create", row).after(audit.json(made))))
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> nameTaken(document));
    }

    /**
     * Replaces a schedule, which runs with the rights of who does so from now on; where it rests by request, it rests.
     */
    Uni<Schedule> replace(UUID id, ScheduleDocument document, List<Instant> next, KeyHolder by) {
        return change(id, "schedule.replace", row -> {
                    row.take(document, by);
                    if (row.pausedWhy != Schedule.Paused.REQUESTED) {
                        row.plan(next);
                    }
                })
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> nameTaken(document));
    }

    /** Has a schedule rest until somebody resumes it. */
    Uni<Schedule> pause(UUID id) {
        return change(id, "schedule.pause", row -> row.pause(Schedule.Paused.REQUESTED));
    }

    /**
     * Lets a schedule run again; what was due meanwhile is not made up for.
     *
     * @param seen the schedule as its next times were worked out; 409 where it was changed meanwhile
     */
    Uni<Schedule> resume(ScheduleRow seen, Optional<List<Instant>> next) {
        return change(seen.id, "schedule.resume", row -> {
            if (row.version != seen.version) {
                throw Problem.of(409, "SCHEDULE_CHANGED", "The schedule was changed at the same time. Ask again.")
                        .exception();
            }
            row.plan(next);
        });
    }

    /** Removes a schedule with what has become of its times; jobs that it began go on. */
    Uni<Void> remove(UUID id) {
        return database.withTransaction(
                session -> found(session, id, LockModeType.PESSIMISTIC_WRITE).chain(row -> session.remove(row)
                        .chain(() -> audit.record(
                                session, entry("schedule.delete", row).before(audit.json(Schedule.of(row)))))));
    }

    private Uni<Schedule> change(UUID id, String verb, Consumer<ScheduleRow> change) {
        return database.withTransaction(
                session -> found(session, id, LockModeType.PESSIMISTIC_WRITE).chain(row -> {
                    String before = audit.json(Schedule.of(row));
                    change.accept(row);
                    return session.flush()
                            .map(flushed -> Schedule.of(row))
                            .call(now -> audit.record(
                                    session, entry(verb, row).before(before).after(audit.json(now))));
                }));
    }

    static AuditEntry entry(String verb, ScheduleRow row) {
        return AuditEntry.of(verb).cluster(row.cluster).target(Schedule.PATH + "/" + row.id);
    }

    static Uni<ScheduleRow> found(Mutiny.Session session, UUID id, LockModeType lock) {
        return session.find(ScheduleRow.class, id, lock).onItem().ifNull().failWith(Schedules::unknown);
    }

    static ProblemException unknown() {
        return Problem.of(
                        404, "SCHEDULE_UNKNOWN", "There is no schedule with this id; GET /api/v1/schedules lists them.")
                .exception();
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

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
