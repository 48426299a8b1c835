package io.presencemedic.job;

/** The SQL that removes jobs with all that belongs to them; what it must not touch is said here, once. */
public final class OldJobs {
    /**
     * A job that is worked on, waits, or has something off that nobody has switched on, stays; so does one as long as a
     * retry of it, which may be retried itself and then asks what was done before.
     */
    private static final String REMOVAL = """
            delete from job where id in (
              select j.id from job j
              where j.finished_at < now() - make_interval(secs => $1) and not j.live and j.owner is null
                and not exists (select 1 from held_off h where h.job = j.id)
                and not exists (select 1 from job_event e
                  where e.seq = 1 and e.body like '%%"retryOf"%%' and e.body::jsonb ->> 'retryOf' = j.id::text)
                and %s
              order by j.finished_at limit $2 for update skip locked)""";

    private OldJobs() {}

    /**
     * The removal of old jobs.
     *
     * @param which a condition on the row {@code j} of {@code job}
     */
    public static String removal(String which) {
        return REMOVAL.formatted(which);
    }
}
