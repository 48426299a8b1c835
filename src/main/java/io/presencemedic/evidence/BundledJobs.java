package io.presencemedic.evidence;

import io.presencemedic.job.NeededJobs;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** Jobs of bundles that are collected or kept, and the jobs that these bundles were made for. */
@Singleton
final class BundledJobs implements NeededJobs {
    @Override
    public String condition() {
        String runbooks = BundleKind.runbooks().stream()
                .map(runbook -> "'" + runbook + "'")
                .collect(Collectors.joining(", "));
        return """
                j.id in (select b.id from bundle b where b.removed_at is null)
                or j.id in (select (e.body::jsonb -> 'parameters' ->> '%s')::uuid from bundle b
                  join job_event e on e.job = b.id and e.seq = 1
                  where b.removed_at is null and e.body::jsonb -> 'parameters' ? '%s')
                or exists (select 1 from job b join job_event e on e.job = b.id and e.seq = 1
                  where b.cluster = j.cluster and b.runbook in (%s) and b.finished_at is null
                    and e.body::jsonb -> 'parameters' ->> '%s' = j.id::text)""".formatted(BundleRequest.JOB, BundleRequest.JOB, runbooks, BundleRequest.JOB);
    }
}
