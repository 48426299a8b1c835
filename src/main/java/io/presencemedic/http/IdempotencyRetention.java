package io.presencemedic.http;

import io.presencemedic.database.Blocking;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Forgets old answers, soon after the start and then every hour. Several processes may do so at once. */
@ApplicationScoped
class IdempotencyRetention {
    private static final Logger LOG = Logger.getLogger(IdempotencyRetention.class);

    private final Idempotency idempotency;
    private final HttpConfig config;
    private final Clock clock;
    private final ScheduledExecutorService hourly =
            Executors.newSingleThreadScheduledExecutor(IdempotencyRetention::thread);

    IdempotencyRetention(Idempotency idempotency, HttpConfig config, Clock clock) {
        this.idempotency = idempotency;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        hourly.scheduleWithFixedDelay(this::forget, 1, 60, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent event) {
        hourly.shutdownNow();
    }

    private void forget() {
        try {
            Blocking.await(idempotency.forget(OffsetDateTime.now(clock).minus(config.idempotencyRetention())));
        } catch (RuntimeException e) {
            LOG.debug("Old answers are forgotten another time", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "idempotency-retention");
        thread.setDaemon(true);
        return thread;
    }
}
