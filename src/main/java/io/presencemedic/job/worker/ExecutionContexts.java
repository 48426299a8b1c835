package io.presencemedic.job.worker;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.database.Blocking;
import io.presencemedic.job.JobConfig;
import io.presencemedic.job.run.ClusterExecution;
import io.presencemedic.job.run.JobTiming;
import io.presencemedic.job.store.Jobs;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.TimeScales;
import io.presencemedic.runbook.catalog.RunbookCatalog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together what the engine needs to work on a cluster. */
@ApplicationScoped
class ExecutionContexts {
    private final Jobs jobs;
    private final RunbookCatalog catalog;
    private final TimeScales paces;
    private final JobTiming timing;

    ExecutionContexts(Jobs jobs, RunbookCatalog catalog, TimeScales paces, RunbookConfig runbooks, JobConfig config) {
        this.jobs = jobs;
        this.catalog = catalog;
        this.paces = paces;
        this.timing = new JobTiming(runbooks.poll(), config.linkPatience(), config.approvalExpiry());
    }

    /** The world of a job; of nobody's job where it is null. */
    ClusterExecution of(Cluster cluster, Runbook runbook, ClusterLink link, @Nullable UUID job) {
        return new ClusterExecution(
                cluster,
                runbook,
                catalog::find,
                link,
                paces.of(cluster),
                hold -> Blocking.await(jobs.heldOff(cluster.id(), hold))
                        .map(held -> held.job().toString()),
                hold -> Blocking.await(jobs.heldOff(cluster.id(), hold))
                        .filter(Jobs.HeldOff::jobEnded)
                        .isPresent(),
                id -> Blocking.await(jobs.sameWork(id)),
                job);
    }

    JobTiming timing() {
        return timing;
    }
}
