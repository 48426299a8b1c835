package io.presencemedic.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who runs which job: claims with a lease on the database's clock and a fence number, and the writes that prove a
 * claim.
 */
@ApplicationScoped
class JobClaims {
    private final Mutiny.SessionFactory sessions;
    private final JobEvents events;

    JobClaims(Mutiny.SessionFactory sessions, JobEvents events) {
        this.sessions = sessions;
        this.events = events;
    }

    /**
     * A claim on a job.
     *
     * @param takenOver whether another worker had it and its lease ran out
     */
    record Claim(UUID job, String worker, long fence, boolean takenOver) {}

    /** Claims up to so many due jobs for a worker. */
    Uni<List<Claim>> claim(String worker, int most, Duration lease) {
        return sessions.withTransaction(session -> session.createNativeQuery("""
                        with due as (
                          select id, owner from job
                          where finished_at is null and due_at <= clock_timestamp()
                            and (owner is null or lease_until <= clock_timestamp())
                          order by due_at for update skip locked limit :most)
                        update job set owner = :worker, fence = fence + 1,
                          lease_until = clock_timestamp() + make_interval(secs => :lease)
                        from due where job.id = due.id
                        returning job.id, job.fence, due.owner is not null""", Object[].class)
                .setParameter("most", most)
                .setParameter("worker", worker)
                .setParameter("lease", seconds(lease))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Claim((UUID) row[0], worker, ((Number) row[1]).longValue(), (Boolean) row[2]))
                        .toList()));
    }

    /** How long until the next job is due, on the database's clock; empty where none is waiting. */
    Uni<Optional<Duration>> untilNextDue() {
        return sessions.withSession(session -> session.createNativeQuery("""
                        select extract(epoch from min(due_at) - clock_timestamp())::float8 from job
                        where finished_at is null and owner is null""", Double.class)
                .getSingleResultOrNull()
                .map(seconds -> Optional.ofNullable(seconds).map(s -> Duration.ofMillis((long) Math.ceil(s * 1000)))));
    }

    /** Gives back a claim on a job that is not done. */
    Uni<Boolean> release(Claim claim, String why) {
        return sessions.withTransaction(session -> held(session, claim)
                .chain(row -> row == null
                        ? Uni.createFrom().item(false)
                        : events.read(session, row.id)
                                .chain(history -> JobEvents.now(session).chain(now -> {
                                    row.dueAt = now;
                                    row.disown();
                                    return events.append(
                                            session,
                                            row,
                                            history,
                                            now,
                                            List.of(new JobEvent.Released(claim.worker(), why)));
                                }))
                                .replaceWith(true)));
    }

    /** Renews the leases of these jobs, in one statement; tells which the worker still holds. */
    Uni<List<UUID>> renew(String worker, List<UUID> jobs, Duration lease) {
        return sessions.withTransaction(session -> session.createNativeQuery("""
                        update job set lease_until = clock_timestamp() + make_interval(secs => :lease)
                        where owner = :worker and id in (:jobs) and lease_until > clock_timestamp() returning id""", UUID.class)
                .setParameter("jobs", jobs)
                .setParameter("worker", worker)
                .setParameter("lease", seconds(lease))
                .getResultList());
    }

    /** The log as it is now, with the database's time. */
    record Seen(JobHistory history, Instant now) {}

    /** Reads what others have written since. */
    Uni<Seen> refresh(UUID job, JobHistory known) {
        return sessions.withSession(
                session -> events.since(session, job, known.lastSeq()).chain(more -> JobEvents.now(session)
                        .map(now -> new Seen(more.isEmpty() ? known : known.plus(more), now))));
    }

    /** Writes events, if the claim still stands; empty where it does not. */
    Uni<Optional<Seen>> append(Claim claim, JobHistory known, List<JobEvent> added) {
        return sessions.withTransaction(session -> held(session, claim)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.<Seen>empty())
                        : events.since(session, claim.job(), known.lastSeq())
                                .map(known::plus)
                                .chain(history -> JobEvents.now(session)
                                        .chain(now -> events.append(session, row, history, now, added)
                                                .map(after -> Optional.of(new Seen(after, now)))))));
    }

    /** How an attempt to put a job down ended. */
    enum PutDown {
        DONE,
        /** Somebody wrote to the log; look at it first. */
        NEWS,
        /** The claim does not stand any more. */
        LOST
    }

    /** Gives the claim back until the time has come, unless the log has grown meanwhile. */
    Uni<PutDown> putDown(Claim claim, JobHistory known, Instant due) {
        return sessions.withTransaction(session -> held(session, claim).map(row -> {
            if (row == null) {
                return PutDown.LOST;
            }
            if (row.lastSeq != known.lastSeq()) {
                return PutDown.NEWS;
            }
            row.dueAt = due;
            row.disown();
            return PutDown.DONE;
        }));
    }

    private static Uni<JobRow> held(Mutiny.Session session, Claim claim) {
        return session.createNativeQuery("""
                        select * from job where id = :id and owner = :worker and fence = :fence
                        and lease_until > clock_timestamp() for update""", JobRow.class)
                .setParameter("id", claim.job())
                .setParameter("worker", claim.worker())
                .setParameter("fence", claim.fence())
                .getSingleResultOrNull();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
