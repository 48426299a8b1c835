package io.presencemedic.evidence;

import io.presencemedic.database.Blocking;
import io.presencemedic.evidence.folder.BundleDirectories;
import io.presencemedic.job.JobEnding;
import io.presencemedic.job.JobReports;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.job.view.JobReport;
import io.presencemedic.job.view.JobSummary;
import io.presencemedic.link.LinkFailureCode;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.catalog.RunbookCatalog;
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
    private final BundleRepository store;
    private final BundleRequests bundles;
    private final BundleDirectories folders;

    FailedRemediations(
            JobReports jobs,
            RunbookCatalog catalog,
            BundleRepository store,
            BundleRequests bundles,
            BundleDirectories folders) {
        this.jobs = jobs;
        this.catalog = catalog;
        this.store = store;
        this.bundles = bundles;
        this.folders = folders;
    }

    @Override
    public void ended(UUID job, JobState state) {
        if (hasFailed(state)) {
            request(job).ifPresent(bundle -> LOG.infof("bundle %s is made for job %s", bundle, job));
        }
    }

    /** Asks for bundles that were not asked for when their jobs ended; asking twice makes one. */
    void makeUp() {
        for (UUID job : Blocking.await(store.failedRemediations(folders.now().minus(OWED)))) {
            try {
                request(job);
            } catch (RuntimeException e) {
                LOG.warnf(e, "no bundle is made for job %s; it is tried again in the next round", job);
            }
        }
    }

    private Optional<UUID> request(UUID job) {
        return jobs.find(job).flatMap(report -> kind(report)
                .map(kind -> bundles.request(report.summary().cluster(), kind, job)));
    }

    /**
     * The bundle that the document wants after a job: the one that its failure names, or the one of its section. A
     * refusal that names none leads elsewhere; and where a node cannot be reached or refuses the account, a bundle
     * would only meet the same.
     */
    private Optional<BundleKind> kind(JobReport job) {
        boolean failed =
                job.mode() == JobMode.EXECUTE && hasFailed(job.summary().state());
        if (!failed || isOfTheWay(job.summary())) {
            return Optional.empty();
        }
        List<JobReport.Line> lines = job.lines().stream()
                .filter(line -> line.outcome() != null && line.outcome().isFailure())
                .toList();
        boolean tried = lines.stream().anyMatch(line -> line.outcome() != LineOutcome.REFUSED);
        return named(lines).or(() -> tried ? ofSection(job.summary()) : Optional.empty());
    }

    private static boolean hasFailed(JobState state) {
        return state == JobState.FAILED || state == JobState.NEEDS_ATTENTION;
    }

    private static boolean isOfTheWay(JobSummary job) {
        return Optional.ofNullable(job.failure())
                .flatMap(failure -> LinkFailureCode.of(failure.code()))
                .filter(code -> code.isLasting() || code == LinkFailureCode.LINK_NOT_REACHABLE)
                .isPresent();
    }

    private static Optional<BundleKind> named(List<JobReport.Line> failures) {
        return Arrays.stream(BundleKind.values())
                .filter(kind -> failures.stream().anyMatch(line -> kind.id().equals(line.evidence())))
                .findFirst();
    }

    /** The first item of a runbook's card is the section that it follows. */
    private Optional<BundleKind> ofSection(JobSummary job) {
        return catalog.find(job.runbook()).map(Runbook::card).flatMap(card -> Arrays.stream(BundleKind.values())
                .filter(kind -> card.changes()
                        && card.document().stream()
                                .limit(1)
                                .anyMatch(item -> isOf(item, kind.section().id())))
                .findFirst());
    }

    private static boolean isOf(String item, String section) {
        return item.equals(section) || item.startsWith(section + ".");
    }
}
