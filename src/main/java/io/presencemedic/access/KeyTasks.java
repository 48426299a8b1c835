package io.presencemedic.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.presencemedic.database.Blocking;
import io.presencemedic.database.DatabaseSignals;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Keeps the keys in memory as they are in the database, and writes down when they were used. */
@ApplicationScoped
class KeyTasks {
    private static final Logger LOG = Logger.getLogger(KeyTasks.class);
    private static final String CHANNEL = "medic_key";
    private static final int AFTER_THE_FIRST_KEY = 3_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LOOK_ANYWAY_SECONDS = 5;
    private static final int WRITE_USES_SECONDS = 60;

    private final KeyRing ring;
    private final KeyUse use;
    private final ApiKeys keys;
    private final DatabaseSignals signals;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(KeyTasks::thread);

    KeyTasks(
            KeyRing ring,
            KeyUse use,
            ApiKeys keys,
            DatabaseSignals signals,
            MeterRegistry metrics,
            AccessConfig config,
            Clock clock) {
        this.ring = ring;
        this.use = use;
        this.keys = keys;
        this.signals = signals;
        metrics.gauge(
                "medic.access.keys.expiring",
                ring,
                all -> all.expiringBefore(clock.instant().plus(config.expiryNotice())));
    }

    void start(@Observes @Priority(AFTER_THE_FIRST_KEY) StartupEvent event) {
        signals.listen(CHANNEL, payload -> soon());
        timer.scheduleWithFixedDelay(
                () -> attempt(this::refresh), LOOK_ANYWAY_SECONDS, LOOK_ANYWAY_SECONDS, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(
                () -> attempt(this::writeUses), WRITE_USES_SECONDS, WRITE_USES_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
        attempt(this::writeUses);
    }

    private void soon() {
        try {
            timer.execute(() -> attempt(this::refresh));
        } catch (RejectedExecutionException e) {
            LOG.debug("The service is stopping", e);
        }
    }

    private void refresh() {
        Blocking.await(ring.refresh(), PATIENCE);
    }

    private void writeUses() {
        var uses = use.take();
        if (!uses.isEmpty()) {
            Blocking.await(keys.used(uses), PATIENCE);
        }
    }

    private static void attempt(Runnable duty) {
        try {
            duty.run();
        } catch (RuntimeException e) {
            LOG.debug("Keys are looked after another time", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "key-timer");
        thread.setDaemon(true);
        return thread;
    }
}
