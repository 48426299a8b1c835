package io.presencemedic.job;

import io.presencemedic.database.Retention;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** How long ended jobs are kept, and what their nodes said. */
final class JobRetention {
    private static final String TRANSCRIPTS = """
            delete from job_transcript where id in (
              select t.id from job_transcript t join job j on j.id = t.job
              where t.finished_at < now() - make_interval(secs => $1)
                and j.finished_at < now() - make_interval(secs => $1) and not j.live
                and not exists (select 1 from held_off h where h.job = j.id)
              order by t.finished_at limit $2)""";

    private JobRetention() {}

    @Produces
    @Singleton
    static Retention transcripts(JobConfig config) {
        return new Retention("transcripts", config.transcriptRetention(), TRANSCRIPTS, List.of("job_transcript"));
    }

    @Produces
    @Singleton
    static Retention jobs(JobConfig config, @All List<NeededJobs> needed) {
        String which = needed.isEmpty()
                ? "true"
                : needed.stream().map(each -> "not (" + each.condition() + ")").collect(Collectors.joining("\n  and "));
        return new Retention(
                "jobs", config.retention(), OldJobs.removal(which), List.of("job", "job_event", "job_requester"));
    }
}
