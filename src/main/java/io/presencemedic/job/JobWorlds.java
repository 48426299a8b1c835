package io.presencemedic.job;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.database.Blocking;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.runbook.Pace;
import io.presencemedic.runbook.Paces;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts together what the engine needs to work on a cluster. */
@ApplicationScoped
class JobWorlds {
    private final Jobs jobs;
    private final Paces paces;
    private final JobTiming timing;

    JobWorlds(Jobs jobs, Paces paces, RunbookConfig runbooks, JobConfig config) {
        this.jobs = jobs;
        this.paces = paces;
        this.timing = new JobTiming(runbooks.poll(), config.linkPatience(), config.approvalExpiry());
    }

    ClusterWorld of(Cluster cluster, Runbook runbook, ClusterLink link) {
        Pace pace = paces.of(cluster);
        return new ClusterWorld(cluster, runbook, link, pace, hold -> Blocking.await(jobs.heldOff(cluster.id(), hold))
                .map(held -> held.job().toString()));
    }

    JobTiming timing() {
        return timing;
    }
}
