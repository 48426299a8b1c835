package io.presencemedic.job.store;

import com.fasterxml.jackson.databind.node.TextNode;
import io.presencemedic.job.log.EventJson;
import io.presencemedic.job.log.JobEvent;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who runs which job: claims with a lease on the database's clock and a fence number. Blocking. */
@ApplicationScoped
public class JobClaims {
    private final EngineDatabase database;

    JobClaims(EngineDatabase database) {
        this.database = database;
    }

    /**
     * A claim on a job.
     *
     * @param before who had it and did not give it back; empty where it was free
     * @param unattended for how long nobody had worked on it though it was due, on the database's clock
     * @param begins whether the job was queued: the claim has written its {@link JobEvent.Claimed}
     */
    public record Claim(
            UUID job, String worker, long fence, Optional<String> before, Duration unattended, boolean begins) {
        /** Whether another worker had it, or this one in an earlier life. */
        public boolean takenOver() {
            return before.isPresent();
        }
    }

    /** Which jobs are claimed together, so that none of one kind waits for those of the other. */
    public enum Lane {
        /** Jobs that may change their clusters; what is to be switched on goes first. */
        CHANGING(RowState.URGENT, RowState.CHANGING),
        /** Jobs that only read. */
        READING(RowState.READING, RowState.READING);

        private final short first;
        private final short last;

        Lane(int first, int last) {
            this.first = (short) first;
            this.last = (short) last;
        }
    }

    /** Jobs whose leases have run out are looked at, so many at once. */
    private static final int EXPIRED = 1_000;

    /**
     * From each cluster that has free jobs, found by going from one to the next in the index, those that are due first;
     * so what it costs depends on the number of clusters, not on how much waits: those found are locked one by one,
     * since a join would read all that wait. A queued job begins with it.
     */
    static final String CLAIM = """
            with recursive w (p, c) as (
              (select priority, cluster from job
               where live and owner is null and priority between $1 and $2 order by 1, 2 limit 1)
              union all
              select n.* from w, lateral (
                select priority, cluster from job
                where live and owner is null and priority <= $2 and (priority, cluster) > (p, c) order by 1, 2 limit 1) n),
            found as materialized (
              select f.id, p, c, due_at from w, lateral (
                select id, due_at from job
                where live and owner is null and priority = p and cluster = c and due_at <= now()
                order by due_at limit $3) f
              union all
              (select id, priority, cluster, due_at from job
               where owner is not null and lease_until <= now() and priority between $1 and $2 and due_at <= now()
               limit %d)),
            busy as (
              select cluster as c, count(*) as n from job
              where owner is not null and lease_until > now() and priority between $1 and $2 group by 1),
            turns as (
              select id, p, due_at,
                coalesce(n, 0) + row_number() over (partition by c order by p, due_at) as turn
              from found left join busy using (c)),
            due as (
              select o.* from (select id as best from turns where turn <= $3 order by p, turn, due_at) r, lateral (
                select id, owner, now() - greatest(due_at, lease_until - $6 * interval '1s') as late,
                  case state when 'QUEUED' then greatest(clock_timestamp(),
                    (select max(at) from job_event where job = job.id)) end as begun
                from job where id = best and live and (owner is null or lease_until <= now()) and due_at <= now()
                for update skip locked) o
              limit $4),
            taken as (
              update job j set owner = $5, fence = fence + 1, finished_at = null,
                lease_until = now() + $6 * interval '1s',
                state = case when begun is null then state else 'RUNNING' end,
                started_at = coalesce(started_at, begun), last_seq = last_seq + (begun is not null)::int
              from due where j.id = due.id
              returning j.id, fence, due.owner, late, begun, last_seq),
            told as (
              insert into job_event (job, seq, at, body)
              select id, last_seq, begun, $7::text || fence || '}' from taken where begun is not null)
            select id, fence, owner, extract(epoch from late)::float8, begun is not null from taken""".formatted(EXPIRED).replaceAll("\\s+", " ");

    /**
     * Claims due jobs for a worker, of several clusters rather than of one.
     *
     * @param perCluster how many jobs of one cluster are worked on at once, by all workers
     */
    public List<Claim> claim(Lane lane, String worker, int most, int perCluster, Duration lease) {
        return database
                .run(
                        CLAIM,
                        lane.first,
                        lane.last,
                        (long) perCluster,
                        (long) most,
                        worker,
                        seconds(lease),
                        "{\"type\":\"CLAIMED\",\"worker\":" + TextNode.valueOf(worker) + ",\"fence\":")
                .stream()
                .map(row -> new Claim(
                        row.getUUID(0),
                        worker,
                        row.getLong(1),
                        Optional.ofNullable(row.getString(2)),
                        Duration.ofMillis(Math.max(0, Math.round(row.getDouble(3) * 1000))),
                        row.getBoolean(4)))
                .toList();
    }

    /**
     * How long until the next job becomes due, or the next lease ends that nobody renews meanwhile, on the database's
     * clock; empty where neither is ahead. That priorities are not negative is said so that job_due is found, which is
     * hidden from claims.
     */
    public Optional<Duration> untilNextDue() {
        return database.run("""
                        select extract(epoch from min(at) - clock_timestamp())::float8 from (
                          select due_at as at from (values (0), (1), (2)) lane(n),
                          lateral (select due_at from job
                            where live and owner is null and priority >= 0 and priority = n and due_at > now()
                            order by due_at limit 1) next
                          union all
                          select lease_until from job where owner is not null and lease_until > now()) moment""").stream()
                .map(row -> row.getDouble(0))
                .filter(seconds -> seconds != null)
                .map(seconds -> Duration.ofMillis(Math.max(0, (long) Math.ceil(seconds * 1000))))
                .findFirst();
    }

    /** Gives back, in one statement, whatever of these claims still stands; the jobs are due now. */
    public void release(List<Claim> claims, String why, EventJson json) {
        database.run(
                """
                with given as (
                  update job set owner = null, lease_until = null, due_at = now(), last_seq = last_seq + 1,
                    state = case when state = 'RUNNING' then 'QUEUED' else state end
                  from unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[]) claim (job, worker, fence, body)
                  where id = claim.job and owner = claim.worker and job.fence = claim.fence and finished_at is null
                  returning id, last_seq, body)
                insert into job_event (job, seq, at, body) select id, last_seq, clock_timestamp(), body from given""",
                claims.stream().map(Claim::job).toArray(UUID[]::new),
                claims.stream().map(Claim::worker).toArray(String[]::new),
                claims.stream().map(Claim::fence).toArray(Long[]::new),
                claims.stream()
                        .map(claim -> json.write(new JobEvent.Released(claim.worker(), why)))
                        .toArray(String[]::new));
    }

    /** Renews the leases of these jobs, in one statement; tells which the worker still holds. */
    public List<UUID> renew(String worker, List<UUID> jobs, Duration lease) {
        return database.run(lease.dividedBy(2), """
                        update job set lease_until = clock_timestamp() + make_interval(secs => $3)
                        where owner = $1 and id = any($2) and lease_until > clock_timestamp() returning id""", worker, jobs.toArray(UUID[]::new), seconds(lease)).stream()
                .map(row -> row.getUUID(0))
                .toList();
    }

    /** Workers with jobs whose sessions with the database have ended. */
    public List<String> withoutSession(String besides) {
        return names(database.run("""
                select owner from (select distinct owner from job
                  where owner is not null and owner <> $1 and lease_until > now()) owners
                where pg_try_advisory_xact_lock(hashtextextended(owner, 0))""", besides));
    }

    /**
     * Ends the leases of workers whose sessions have ended, so that others may take their jobs at once.
     *
     * @return how many jobs that are
     */
    public long endLeases(List<String> workers) {
        List<String> still = names(database.run(
                "select name from unnest($1::text[]) name where pg_try_advisory_xact_lock(hashtextextended(name, 0))",
                (Object) workers.toArray(String[]::new)));
        return database.run(
                        "update job set lease_until = now() where owner = any($1) and lease_until > now() returning id",
                        (Object) still.toArray(String[]::new))
                .size();
    }

    private static List<String> names(List<Row> rows) {
        return rows.stream().map(row -> row.getString(0)).collect(Collectors.toList());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
