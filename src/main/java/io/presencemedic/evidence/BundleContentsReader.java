package io.presencemedic.evidence;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.database.Blocking;
import io.presencemedic.evidence.collect.DiagnosisSnapshot;
import io.presencemedic.evidence.folder.ArchiveInfo;
import io.presencemedic.evidence.folder.BundleDirectory;
import io.presencemedic.job.JobReports;
import io.presencemedic.job.view.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Finds out what a bundle is to tell. Blocking. */
@ApplicationScoped
class BundleContentsReader {
    /** What was done before that has hardly to do with the fault. */
    private static final Duration RECENT = Duration.ofDays(1);

    private final JobReports jobs;
    private final BundleRepository store;
    private final Clock clock;

    BundleContentsReader(JobReports jobs, BundleRepository store, Clock clock) {
        this.jobs = jobs;
        this.store = store;
        this.clock = clock;
    }

    /** The archive, where it was made before. */
    Optional<ArchiveInfo> packed(UUID bundle, BundleDirectory folder) {
        return Files.exists(folder.archive()) ? Blocking.await(store.packed(bundle)) : Optional.empty();
    }

    /** All that is known of a bundle. */
    BundleContents of(BundleKind kind, Cluster cluster, UUID bundle, BundleDirectory folder) {
        JobReport own = jobs.find(bundle).orElseThrow();
        return new BundleContents(
                kind, cluster, own, subject(own), folder.note(DiagnosisSnapshot.NOTE, DiagnosisSnapshot.class));
    }

    private JobReport subject(JobReport own) {
        String named = own.parameters().path(BundleRequest.JOB).asText("");
        Optional<UUID> wanted = named.isEmpty()
                ? Blocking.await(store.lastRemediation(own.summary().cluster(), since(own)))
                : Optional.of(UUID.fromString(named));
        return wanted.flatMap(jobs::find)
                .filter(job -> job.summary().cluster().equals(own.summary().cluster()))
                .orElse(own);
    }

    /** The last remediation tells what was done; from the begin of the incident, if one is named. */
    private Instant since(JobReport own) {
        String from = own.parameters().path(BundleRequest.FROM).asText("");
        return from.isEmpty() ? clock.instant().minus(RECENT) : Instant.parse(from);
    }
}
