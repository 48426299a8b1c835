package io.presencemedic.audit;

import io.presencemedic.database.Blocking;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What the audit log does by itself: it seals what was recorded, tells the chain's head outside, and writes down what
 * was refused.
 */
@ApplicationScoped
class AuditTasks {
    private static final Logger LOG = Logger.getLogger("io.presencemedic.audit.anchor");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** How long an entry is unsealed where nobody reads the log. */
    private static final Duration SEALING = Duration.ofSeconds(1);

    private final AuditChain chain;
    private final AuditSealer sealer;
    private final Refusals refusals;
    private final AuditConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(AuditTasks::thread);

    private boolean isSealing = true;

    AuditTasks(AuditChain chain, AuditSealer sealer, Refusals refusals, AuditConfig config) {
        this.chain = chain;
        this.sealer = sealer;
        this.refusals = refusals;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        long interval = config.anchorInterval().toMillis();
        timer.scheduleWithFixedDelay(() -> attempt(this::anchor), interval, interval, TimeUnit.MILLISECONDS);
        long sealing = SEALING.toMillis();
        timer.scheduleWithFixedDelay(this::seal, sealing, sealing, TimeUnit.MILLISECONDS);
        long window = Refusals.WINDOW.toMillis();
        timer.scheduleWithFixedDelay(() -> attempt(refusals::write), window, window, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
        attempt(refusals::write);
    }

    /** Tells the head to the log and to whoever listens to anchors, such as the sender of webhooks. */
    void anchor() {
        Blocking.await(chain.anchor(), PATIENCE)
                .ifPresent(anchor -> LOG.infof(
                        "Audit anchor: %d entries, head %s, at %s", anchor.seq(), anchor.hash(), anchor.at()));
    }

    /** A database that is away is told once, not each second; what a stop interrupts is sealed by whoever goes on. */
    private void seal() {
        try {
            Blocking.await(sealer.seal(), PATIENCE);
            isSealing = true;
        } catch (RuntimeException e) {
            if (isSealing && !timer.isShutdown()) {
                LOG.warn("Entries of the audit log are recorded but not sealed; it tries again: " + e.getMessage());
            }
            isSealing = false;
        }
    }

    private static void attempt(Runnable duty) {
        try {
            duty.run();
        } catch (RuntimeException e) {
            LOG.warn("The audit log could not do what it does by itself; it tries again: " + e.getMessage());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "audit-timer");
        thread.setDaemon(true);
        return thread;
    }
}
