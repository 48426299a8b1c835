package io.presencemedic.notify;

import io.presencemedic.database.Blocking;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Reads the gauges, and forgets old messages. Several processes may do so at once. */
@ApplicationScoped
class NotifyUpkeep {
    private static final Logger LOG = Logger.getLogger(NotifyUpkeep.class);

    private final Deliveries deliveries;
    private final NotifyMetrics metrics;
    private final NotifyConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(NotifyUpkeep::thread);

    NotifyUpkeep(Deliveries deliveries, NotifyMetrics metrics, NotifyConfig config) {
        this.deliveries = deliveries;
        this.metrics = metrics;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::read, 5, 15, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(this::forget, 2, 60, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void read() {
        quietly(() -> Blocking.await(metrics.read()));
    }

    private void forget() {
        quietly(() -> Blocking.await(deliveries.forget(config.retention())));
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.debug("The upkeep of webhooks is done another time", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "webhook-upkeep");
        thread.setDaemon(true);
        return thread;
    }
}
