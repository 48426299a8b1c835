package io.presencemedic.job.worker;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Clusters;
import io.presencemedic.database.Blocking;
import io.presencemedic.database.DatabaseTrouble;
import io.presencemedic.database.Timestamps;
import io.presencemedic.job.JobEnding;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.LeftSwitchedOff;
import io.presencemedic.job.log.LineFinishedBuilder;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.job.run.JobLog;
import io.presencemedic.job.run.JobRun;
import io.presencemedic.job.run.LogContext;
import io.presencemedic.job.store.ClaimedLog;
import io.presencemedic.job.store.DatabasePatience;
import io.presencemedic.job.store.JobClaims;
import io.presencemedic.job.store.StoredJobLog;
import io.presencemedic.job.store.Transcripts;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.ClusterLinks;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.Transcript;
import io.presencemedic.link.Urgency;
import io.presencemedic.runbook.ClaimLost;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.catalog.RunbookCatalog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs one claimed job: opens its log and its link, and lets the engine work. */
@ApplicationScoped
class JobRunner {
    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    /** A job that stops each of so many workers at once stops the next one too. */
    private static final long MOST_CLAIMS_WITHOUT_PROGRESS = 5;

    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    private static final String OWN_ERROR = "INTERNAL_ERROR";

    private final ClaimedLog store;
    private final Clusters clusters;
    private final RunbookCatalog catalog;
    private final ClusterLinks links;
    private final ExecutionContexts worlds;
    private final Transcripts transcripts;
    private final JobMetrics metrics;
    private final Instance<JobEnding> endings;

    JobRunner(
            ClaimedLog store,
            Clusters clusters,
            RunbookCatalog catalog,
            ClusterLinks links,
            ExecutionContexts worlds,
            Transcripts transcripts,
            JobMetrics metrics,
            Instance<JobEnding> endings) {
        this.store = store;
        this.clusters = clusters;
        this.catalog = catalog;
        this.links = links;
        this.worlds = worlds;
        this.transcripts = transcripts;
        this.metrics = metrics;
        this.endings = endings;
    }

    /**
     * Runs the job until it ends or waits.
     *
     * @throws ClaimLost if another worker has it now
     */
    void run(RunningJob job) {
        JobClaims.Claim claim = job.claim();
        JobLog log = new StoredJobLog(store, claim, () -> job.isHeld(System.nanoTime()));
        if (!begin(claim, log)) {
            return;
        }
        JobEvent.Submitted submitted = log.history().submitted();
        LogContext.cluster(submitted.cluster());
        Optional<Cluster> cluster = Blocking.await(clusters.find(submitted.cluster()));
        Optional<Runbook> runbook = catalog.find(submitted.runbook());
        if (cluster.isEmpty() || runbook.isEmpty()) {
            giveUp(log, "JOB_OBSOLETE", cluster.isEmpty() ? "its cluster is gone" : "its runbook is gone");
        } else if (mayGoOn(log)) {
            run(job, log, cluster.get(), runbook.get());
        }
        if (log.history().isFinished()) {
            JobState state = log.history().state();
            metrics.finished(submitted.runbook(), state);
            endings.forEach(ending -> tell(ending, claim.job(), state));
        }
    }

    /** Says who works on the job now, and takes up again what a final one has left off. */
    private static boolean begin(JobClaims.Claim claim, JobLog log) {
        JobHistory history = log.history();
        if (!history.isFinished()) {
            boolean late = claim.unattended().compareTo(WORTH_TELLING) > 0;
            // A claim that begins a queued job has said who has it, but not for how long nobody had.
            boolean isNews = claim.begins() ? late && history.hasBegun() : late || claim.takenOver();
            if (isNews) {
                log.append(new JobEvent.Claimed(claim.worker(), claim.fence(), late ? claim.unattended() : null));
            }
            return true;
        }
        Instant retryAt = history.retryAt();
        if (retryAt == null || log.now().isBefore(retryAt)) {
            log.putDown(List.of(), retryAt == null ? Timestamps.NEVER : retryAt);
            return false;
        }
        log.append(new JobEvent.RestoreResumed(history.resumptions() + 1));
        return true;
    }

    private static void tell(JobEnding ending, UUID job, JobState state) {
        try {
            ending.ended(job, state);
        } catch (RuntimeException e) {
            LOG.warnf(e, "the end of job %s was not told", job);
        }
    }

    private void run(RunningJob job, JobLog log, Cluster cluster, Runbook runbook) {
        UUID id = job.claim().job();
        boolean repairs = runbook.card().changes() && log.history().submitted().mode() == JobMode.EXECUTE;
        Urgency urgency = repairs ? Urgency.REMEDIATION : Urgency.DIAGNOSIS;
        try (ClusterLink link = links.to(cluster, new Listener(job, cluster.id(), log), urgency)) {
            job.uses(link);
            boolean kept = log.history().submitted().mode() == JobMode.EXECUTE;
            new JobRun(log, worlds.of(cluster, runbook, link, kept ? id : null), worlds.timing()).run();
        }
    }

    /**
     * A job that ends one worker after the other is not begun again; but what it has switched off is switched on first,
     * by lines that did nobody any harm yet.
     */
    private static boolean mayGoOn(JobLog log) {
        JobHistory history = log.history();
        if (history.claimsInARow() <= MOST_CLAIMS_WITHOUT_PROGRESS) {
            return true;
        }
        String why = "it fails by an error of this service; its log has the details";
        Optional<LineHistory> open =
                history.lines().stream().filter(line -> line.outcome() == null).findFirst();
        if (open.isEmpty() || history.leftSwitchedOff().isEmpty()) {
            giveUp(log, OWN_ERROR, why);
            return false;
        }
        log.append(new LineFinishedBuilder()
                .line(open.get().number())
                .outcome(LineOutcome.FAILED)
                .why(why)
                .code(OWN_ERROR)
                .commands(List.of())
                .unneeded(false)
                .handedOver(false)
                .build());
        return !log.history().isFinished();
    }

    private static void giveUp(JobLog log, String code, String why) {
        JobFailure failure = new JobFailure(code, "The job cannot go on: " + why + ".", null, null);
        List<LeftSwitchedOff> off = log.history().leftSwitchedOff();
        log.append(new JobEvent.Finished(off.isEmpty() ? JobState.FAILED : JobState.NEEDS_ATTENTION, failure, off));
    }

    /** Several nodes may be heard at once; the log is told of one after the other. */
    private final class Listener implements LinkListener {
        private final RunningJob job;
        private final String cluster;
        private final JobLog log;

        Listener(RunningJob job, String cluster, JobLog log) {
            this.job = job;
            this.cluster = cluster;
            this.log = log;
        }

        @Override
        public void heard(Transcript transcript) {
            Integer line = log.history().lines().stream()
                    .filter(candidate -> candidate.begunAt() != null && candidate.outcome() == null)
                    .map(LineHistory::number)
                    .findFirst()
                    .orElse(null);
            keep(line, transcript);
        }

        /** What cannot be kept would be missing for good: the job is left instead, and its line looks again. */
        private void keep(@Nullable Integer line, Transcript transcript) {
            try {
                DatabasePatience.whileHeld(() -> job.isHeld(System.nanoTime()), () -> {
                    transcripts.keep(job.claim().job(), line, transcript);
                    return true;
                });
            } catch (RuntimeException e) {
                if (DatabaseTrouble.isPassing(e)) {
                    job.lose();
                }
                throw e;
            }
        }

        @Override
        public synchronized void pinned(String node, String fingerprint) {
            Blocking.await(clusters.pinHostKey(cluster, node, fingerprint));
            log.append(new JobEvent.HostKeyPinned(node, fingerprint));
        }
    }
}
