package io.presencemedic.evidence;

import io.presencemedic.database.Blocking;
import io.presencemedic.evidence.folder.BundleDirectories;
import io.presencemedic.evidence.folder.EvidenceConfig;
import io.presencemedic.evidence.folder.EvidenceDisk;
import io.presencemedic.evidence.folder.WriteFailure;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Removes bundles whose time is over, soon after the start and then every ten minutes, and makes up for bundles that a
 * process owed when it died. Several replicas may do so at once.
 */
@ApplicationScoped
class BundleRetention {
    private static final Logger LOG = Logger.getLogger(BundleRetention.class);

    private final BundleRepository store;
    private final BundleService bundles;
    private final FailedRemediations failed;
    private final BundleDirectories folders;
    private final EvidenceConfig config;
    private final EvidenceDisk disk;

    BundleRetention(
            BundleRepository store,
            BundleService bundles,
            FailedRemediations failed,
            BundleDirectories folders,
            EvidenceConfig config,
            EvidenceDisk disk) {
        this.store = store;
        this.bundles = bundles;
        this.failed = failed;
        this.folders = folders;
        this.config = config;
        this.disk = disk;
    }

    @Scheduled(
            identity = "bundle-retention",
            every = "10m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            failed.makeUp();
            removeExpired();
        } catch (IOException e) {
            WriteFailure failure = folders.failure(e);
            LOG.errorf("Old bundles cannot be removed (%s): %s.", failure.code(), failure.reason());
        } catch (RuntimeException e) {
            LOG.error("old bundles could not be removed; it is tried again in the next round", e);
        }
    }

    @Scheduled(identity = "evidence-disk", every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAtDisk() {
        try {
            disk.look();
        } catch (IOException | RuntimeException e) {
            LOG.warnf("the disk of the bundles could not be looked at: %s", e);
        }
    }

    /** Removes bundles whose time is over. */
    void removeExpired() throws IOException {
        Instant now = folders.now();
        for (UUID bundle : Blocking.await(store.expired(now, now.minus(config.retention())))) {
            bundles.discard(bundle);
        }
    }
}
