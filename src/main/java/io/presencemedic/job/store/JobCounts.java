package io.presencemedic.job.store;

import io.vertx.sqlclient.Row;

/**
 * How many jobs there are of which kind, in all processes together. Times are in seconds on the database's clock.
 *
 * @param leftOff jobs that ended and left something switched off that nobody has acknowledged
 * @param oldestDebt for how long the oldest of what those left off has been off; 0 where nothing is
 * @param due jobs that nobody works on though they are due, those whose worker is dead among them
 * @param oldestDue for how long the oldest of those has been due, or its worker's lease has ended; 0 where none is
 * @param running jobs that a process works on
 * @param waiting jobs that are due later
 */
public record JobCounts(long leftOff, long oldestDebt, long due, long oldestDue, long running, long waiting) {
    /** That priorities are not negative is said so that job_live is found, which is hidden from claims. */
    static final String COUNTS = """
            select
              (select count(*) from job where blocks_cluster),
              (select coalesce(extract(epoch from now() - min(h.since)), 0)::bigint from held_off h join job j on j.id = h.job
                where j.blocks_cluster),
              count(*) filter (where (owner is null or lease_until <= now()) and due_at <= now()),
              coalesce(extract(epoch from now() - min(greatest(due_at, lease_until))
                filter (where (owner is null or lease_until <= now()) and due_at <= now())), 0)::bigint,
              count(*) filter (where owner is not null and lease_until > now()),
              count(*) filter (where owner is null and due_at > now() and finished_at is null)
            from job where live and priority >= 0""";

    /** Counts. Blocking, with the time limit of the engine's statements. */
    public static JobCounts count(EngineDatabase database) {
        Row row = database.runPlannedAnew(COUNTS).get(0);
        return new JobCounts(
                row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
    }
}
