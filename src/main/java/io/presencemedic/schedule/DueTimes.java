package io.presencemedic.schedule;

import io.presencemedic.audit.Actor;
import io.presencemedic.audit.AuditLog;
import io.presencemedic.notify.event.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The times that have come. Any process may enter what it saw; the schedule's version sees to it that one of them does.
 */
@ApplicationScoped
class DueTimes {
    /** At most so many are looked at together. */
    static final int MOST = 20;

    private static final int ALL = 500;

    private final Mutiny.SessionFactory database;
    private final Outbox outbox;
    private final AuditLog audit;

    DueTimes(Mutiny.SessionFactory database, Outbox outbox, AuditLog audit) {
        this.database = database;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** The schedules that are due at that time, first the one that has been due longest. */
    Uni<List<ScheduleRow>> due(Instant now) {
        return database.withSession(session -> session.createSelectionQuery(
                        "from ScheduleRow where nextAt <= :now order by nextAt", ScheduleRow.class)
                .setParameter("now", now)
                .setMaxResults(MOST)
                .getResultList());
    }

    /** The schedules that are due later than that. */
    Uni<List<ScheduleRow>> waiting(Instant now) {
        return database.withSession(session -> session.createSelectionQuery(
                        "from ScheduleRow where nextAt > :now order by nextAt", ScheduleRow.class)
                .setParameter("now", now)
                .setMaxResults(ALL)
                .getResultList());
    }

    /** Those of the times that were seen to already. */
    Uni<Set<Instant>> known(UUID schedule, List<Instant> times) {
        return database.withSession(session -> session.createSelectionQuery(
                                "select plannedAt from ScheduleRunRow where schedule = :id and plannedAt in :times",
                                Instant.class)
                        .setParameter("id", schedule)
                        .setParameter("times", times)
                        .getResultList())
                .map(HashSet::new);
    }

    /** Sets a schedule's next times, unless somebody has changed it meanwhile. */
    Uni<Void> plan(ScheduleRow seen, List<Instant> next) {
        return database.withTransaction(session -> unchanged(session, seen).invoke(row -> {
                    if (row != null) {
                        row.plan(next);
                    }
                }))
                .replaceWithVoid();
    }

    /** Enters a time that has come as a run, or as one that was missed; false where somebody else did. */
    Uni<Boolean> enter(Turn turn, Instant now) {
        return database.withTransaction(session -> unchanged(session, turn.schedule())
                .chain(row -> row == null
                        ? Uni.createFrom().item(false)
                        : enter(session, row, turn, now).replaceWith(true)));
    }

    private static Uni<@Nullable ScheduleRow> unchanged(Mutiny.Session session, ScheduleRow seen) {
        return session.find(ScheduleRow.class, seen.id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> row == null || row.version != seen.version ? null : row);
    }

    private Uni<Void> enter(Mutiny.Session session, ScheduleRow row, Turn turn, Instant now) {
        row.plan(turn.next());
        ScheduleRunRow run = new ScheduleRunRow();
        run.schedule = row.id;
        run.plannedAt = turn.plannedAt();
        run.state = ScheduleRun.State.DUE;
        Missed missed = turn.missed();
        return missed == null
                ? session.persist(run)
                : session.persist(run).chain(() -> miss(session, row, run, missed, turn.times(), now));
    }

    /** Writes that a run was missed, tells whoever wants to know, and has the schedule rest where it cannot go on. */
    Uni<Void> miss(Mutiny.Session session, ScheduleRow row, ScheduleRunRow run, Missed missed, int times, Instant now) {
        run.state = ScheduleRun.State.MISSED;
        run.code = missed.code();
        run.detail = missed.detail();
        run.missed = times;
        run.claim = null;
        if (missed.pause() != null && row.pausedWhy != Schedule.Paused.REQUESTED) {
            row.pause(missed.pause());
        }
        return session.flush()
                .chain(() -> outbox.write(session, MissedNotification.of(row, run, now)))
                .chain(() -> audit.record(
                        session,
                        Actor.SERVICE,
                        Schedules.entry("schedule.miss", row).after(audit.json(ScheduleRun.of(run)))));
    }
}
