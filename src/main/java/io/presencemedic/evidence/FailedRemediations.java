package io.presencemedic.evidence;

import io.presencemedic.database.Blocking;
import io.presencemedic.job.JobEnding;
import io.presencemedic.job.JobMode;
import io.presencemedic.job.JobReport;
import io.presencemedic.job.JobReports;
import io.presencemedic.job.JobState;
import io.presencemedic.job.LineOutcome;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCatalog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Has a bundle made for each remediation that ends where the document says "open a TAC case". */
@ApplicationScoped
class FailedRemediations implements JobEnding {
    private static final Logger LOG = Logger.getLogger(FailedRemediations.class);
    /** A process that died cannot have owed a bundle for longer. */
    private static final Duration OWED = Duration.ofHours(12);

    private final JobReports jobs;
    private final RunbookCatalog catalog;
    private final BundleStore store;
    private final Bundles bundles;
    private final BundleFolders folders;

    FailedRemediations(
            JobReports jobs, RunbookCatalog catalog, BundleStore store, Bundles bundles, BundleFolders folders) {
        this.jobs = jobs;
        this.catalog = catalog;
        this.store = store;
        this.bundles = bundles;
        this.folders = folders;
    }

    @Override
    public void ended(UUID job) {
        jobs.find(job).ifPresent(this::request);
    }

    /** Asks for bundles that were not asked for when their jobs ended; asking twice makes one. */
    void makeUp() {
        for (UUID job : Blocking.await(store.failedRemediations(folders.now().minus(OWED)))) {
            ended(job);
        }
    }

    private void request(JobReport job) {
        kind(job).ifPresent(kind -> {
            UUID bundle = bundles.request(job.cluster(), kind, job.id());
            LOG.infof("bundle %s (%s) is made for job %s", bundle, kind, job.id());
        });
    }

    /** The bundle that the document wants after a job; empty where it did not end there. */
    private Optional<BundleKind> kind(JobReport job) {
        boolean failed = job.mode() == JobMode.EXECUTE
                && (job.state() == JobState.FAILED || job.state() == JobState.NEEDS_ATTENTION);
        return failed && endsAtTac(job)
                ? catalog.find(job.runbook()).flatMap(FailedRemediations::kind)
                : Optional.empty();
    }

    /** The first item of a runbook's card is the section that it follows. */
    private static Optional<BundleKind> kind(Runbook runbook) {
        List<String> items = runbook.card().document();
        return !runbook.card().changes() || items.isEmpty()
                ? Optional.empty()
                : Arrays.stream(BundleKind.values())
                        .filter(kind -> isOf(items.get(0), kind.section().id()))
                        .findFirst();
    }

    private static boolean isOf(String item, String section) {
        return item.equals(section) || item.startsWith(section + ".");
    }

    /**
     * Whether the procedure was gone through. A refusal mostly leads elsewhere, and where a node cannot be reached or
     * refuses the account a bundle would only meet the same.
     */
    private static boolean endsAtTac(JobReport job) {
        String code = job.failure() == null ? "" : job.failure().code();
        if (Obstacles.isLasting(code) || Obstacles.isUnreachable(code)) {
            return false;
        }
        return job.lines().stream()
                .anyMatch(line -> line.outcome() == LineOutcome.TIMED_OUT
                        || line.outcome() == LineOutcome.FAILED
                        || (line.outcome() == LineOutcome.REFUSED && line.why().contains("TAC")));
    }
}
