package io.presencemedic.notify;

import io.presencemedic.database.Blocking;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Reads the gauges. */
@ApplicationScoped
class NotifyUpkeep {
    private static final Logger LOG = Logger.getLogger(NotifyUpkeep.class);

    private final NotifyMetrics metrics;

    NotifyUpkeep(NotifyMetrics metrics) {
        this.metrics = metrics;
    }

    @Scheduled(
            identity = "webhook-gauges",
            every = "15s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        try {
            Blocking.await(metrics.read());
        } catch (RuntimeException e) {
            LOG.warnf("the gauges of the webhooks could not be read: %s", e);
        }
    }
}
