package io.presencemedic.job;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells which jobs have news, from whatever process: the database says so after each commit. A lost signal costs its
 * listeners latency only; each of them also looks by itself from time to time.
 */
@ApplicationScoped
class JobSignals {
    private static final Logger LOG = Logger.getLogger(JobSignals.class);
    private static final String CHANNEL = "medic_job";
    private static final long RECONNECT_MILLIS = 1_000;

    private final Vertx vertx;
    private final Config config;
    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();
    private @Nullable PgSubscriber subscriber;

    JobSignals(Vertx vertx, Config config) {
        this.vertx = vertx;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        PgSubscriber started = PgSubscriber.subscriber(vertx, options());
        started.reconnectPolicy(retries -> RECONNECT_MILLIS);
        started.channel(CHANNEL).handler(payload -> tell(UUID.fromString(payload)));
        started.connect().onFailure(e -> LOG.warnf("no signals from the database yet: %s", e.getMessage()));
        subscriber = started;
    }

    void stop(@Observes ShutdownEvent event) {
        if (subscriber != null) {
            subscriber.close();
        }
    }

    /** Calls the listener, on the event loop, for each signal until it is removed. */
    void listen(Consumer<UUID> listener) {
        listeners.add(listener);
    }

    void unlisten(Consumer<UUID> listener) {
        listeners.remove(listener);
    }

    private void tell(UUID job) {
        listeners.forEach(listener -> listener.accept(job));
    }

    private PgConnectOptions options() {
        String url = config.getValue("quarkus.datasource.reactive.url", String.class);
        PgConnectOptions options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""));
        config.getOptionalValue("quarkus.datasource.username", String.class).ifPresent(options::setUser);
        config.getOptionalValue("quarkus.datasource.password", String.class).ifPresent(options::setPassword);
        return options;
    }
}
