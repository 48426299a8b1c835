package io.presencemedic.database;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the database notifies after each commit, from whatever process, over one connection of its own. A lost signal
 * costs its listeners latency only; each of them also looks by itself from time to time.
 */
@ApplicationScoped
public class DatabaseSignals {
    private static final Logger LOG = Logger.getLogger(DatabaseSignals.class);
    private static final long RECONNECT_MILLIS = 1_000;

    private final Vertx vertx;
    private final Config config;
    private @Nullable PgSubscriber subscriber;

    DatabaseSignals(Vertx vertx, Config config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** Calls the handler, on the event loop, with the payload of each signal on the channel. */
    public void listen(String channel, Consumer<String> handler) {
        subscriber().channel(channel).handler(handler::accept);
    }

    private synchronized PgSubscriber subscriber() {
        if (subscriber == null) {
            PgSubscriber started = PgSubscriber.subscriber(vertx, options());
            started.reconnectPolicy(retries -> RECONNECT_MILLIS);
            started.connect().onFailure(e -> LOG.warnf("no signals from the database yet: %s", e.getMessage()));
            subscriber = started;
        }
        return subscriber;
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        if (subscriber != null) {
            subscriber.close();
        }
    }

    private PgConnectOptions options() {
        String url = config.getValue("quarkus.datasource.reactive.url", String.class);
        PgConnectOptions options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""));
        config.getOptionalValue("quarkus.datasource.username", String.class).ifPresent(options::setUser);
        config.getOptionalValue("quarkus.datasource.password", String.class).ifPresent(options::setPassword);
        return options;
    }
}
