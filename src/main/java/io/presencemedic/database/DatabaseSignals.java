package io.presencemedic.database;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What the database notifies after each commit, from whatever process, over one of the pool's connections for each
 * channel. A lost signal costs its listeners latency only; each of them also looks by itself from time to time.
 */
@ApplicationScoped
public class DatabaseSignals {
    private final Pool pool;
    private final Vertx vertx;
    private final List<KeptConnection> kept = new CopyOnWriteArrayList<>();

    DatabaseSignals(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    /**
     * Calls the handler, on an event loop, with the payload of each signal on the channel, and with an empty text after
     * every new beginning, before which signals may have been lost.
     *
     * @param channel an SQL name
     */
    public void listen(String channel, Consumer<String> handler) {
        KeptConnection connection = new KeptConnection(
                vertx, pool::getConnection, fresh -> hear(fresh, channel, handler), () -> handler.accept(""));
        kept.add(connection);
        connection.open();
    }

    /**
     * Lets a connection hear what is notified on a channel, until it ends.
     *
     * @param channel an SQL name
     * @param handler called on an event loop
     */
    public static Future<?> hear(SqlConnection fresh, String channel, Consumer<String> handler) {
        PgConnection.cast(fresh).notificationHandler(news -> handler.accept(news.getPayload()));
        return fresh.query("listen " + channel).execute();
    }

    void stop(@Observes ShutdownEvent event) {
        kept.forEach(KeptConnection::close);
    }
}
