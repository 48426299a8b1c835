package io.presencemedic.evidence;

import io.presencemedic.database.Blocking;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Removes bundles whose time is over, soon after the start and then every ten minutes, and makes up for bundles that a
 * process owed when it died. Several replicas may do so at once.
 */
@ApplicationScoped
class BundleRetention {
    private static final Logger LOG = Logger.getLogger(BundleRetention.class);

    private final BundleRepository store;
    private final BundleService shelf;
    private final FailedRemediations failed;
    private final BundleDirectories folders;
    private final EvidenceConfig config;
    private final EvidenceDisk disk;
    private final ScheduledExecutorService sweep = Executors.newSingleThreadScheduledExecutor(BundleRetention::thread);

    BundleRetention(
            BundleRepository store,
            BundleService shelf,
            FailedRemediations failed,
            BundleDirectories folders,
            EvidenceConfig config,
            EvidenceDisk disk) {
        this.store = store;
        this.shelf = shelf;
        this.failed = failed;
        this.folders = folders;
        this.config = config;
        this.disk = disk;
    }

    void start(@Observes StartupEvent event) {
        sweep.scheduleWithFixedDelay(this::sweep, 1, 10, TimeUnit.MINUTES);
        sweep.scheduleWithFixedDelay(this::lookAtDisk, 0, 30, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        sweep.shutdownNow();
    }

    private void sweep() {
        try {
            removeExpired();
            failed.makeUp();
        } catch (RuntimeException e) {
            LOG.debug("Old bundles are removed another time", e);
        }
    }

    private void lookAtDisk() {
        try {
            disk.look();
        } catch (IOException | RuntimeException e) {
            LOG.debug("The disk of the bundles is looked at another time", e);
        }
    }

    /** Removes bundles whose time is over. */
    void removeExpired() {
        Instant now = folders.now();
        for (UUID bundle : Blocking.await(store.expired(now, now.minus(config.retention())))) {
            shelf.discard(bundle);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "bundle-retention");
        thread.setDaemon(true);
        return thread;
    }
}
