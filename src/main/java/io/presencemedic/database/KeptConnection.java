package io.presencemedic.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a pool that is kept for what lasts as long as a session does, such as listening or a lock. Where it
 * is lost, or is not there and begun within three seconds, it is made anew, until it is closed.
 */
public final class KeptConnection {
    private static final Logger LOG = Logger.getLogger(KeptConnection.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long RETRY_MILLIS = 200;
    private static final int TOLD_ONE_IN = 50;

    private final Vertx vertx;
    private final Supplier<Future<SqlConnection>> pool;
    private final Function<SqlConnection, Future<?>> beginning;
    private final Runnable begun;
    private final Duration patience;
    private volatile @Nullable SqlConnection connection;
    private volatile boolean closed;
    private long failures;

    /**
     * Makes nothing yet.
     *
     * @param pool where a connection is taken from
     * @param beginning what makes a fresh connection what it is kept for
     * @param begun called, on an event loop, each time that this is done
     */
    public KeptConnection(
            Vertx vertx,
            Supplier<Future<SqlConnection>> pool,
            Function<SqlConnection, Future<?>> beginning,
            Runnable begun) {
        this(vertx, pool, beginning, begun, PATIENCE);
    }

    KeptConnection(
            Vertx vertx,
            Supplier<Future<SqlConnection>> pool,
            Function<SqlConnection, Future<?>> beginning,
            Runnable begun,
            Duration patience) {
        this.vertx = vertx;
        this.pool = pool;
        this.beginning = beginning;
        this.begun = begun;
        this.patience = patience;
    }

    /** Makes it; returns at once, whether or not the database answers. */
    public void open() {
        if (closed) {
            return;
        }
        Future<SqlConnection> taken = pool.get();
        taken.compose(this::begin)
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(this::keep)
                .onFailure(e -> {
                    taken.onSuccess(fresh -> Wire.of(fresh).cut());
                    again(e);
                });
    }

    private Future<SqlConnection> begin(SqlConnection fresh) {
        fresh.closeHandler(end -> lost(fresh));
        return beginning.apply(fresh).map(fresh);
    }

    private void keep(SqlConnection fresh) {
        connection = fresh;
        failures = 0;
        if (closed) {
            close();
        } else {
            begun.run();
        }
    }

    private void again(Throwable why) {
        if (!closed) {
            if (failures++ % TOLD_ONE_IN == 0) {
                LOG.warnf("no session with the database yet: %s", why.getMessage());
            }
            vertx.setTimer(RETRY_MILLIS, now -> open());
        }
    }

    private void lost(SqlConnection which) {
        if (connection == which) {
            connection = null;
            Wire.of(which).cut();
            if (!closed) {
                LOG.warn("a session with the database was lost; it is made anew");
                open();
            }
        }
    }

    /** Whether it stands, as far as this process knows. */
    public boolean isOpen() {
        return connection != null;
    }

    /** Asks the server whether it stands; one that does not answer within three seconds is given up. */
    public void probe() {
        SqlConnection open = connection;
        if (open != null) {
            open.query("select 1")
                    .execute()
                    .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .onFailure(e -> lost(open));
        }
    }

    /** Gives it back; it is not made anew any more. */
    public void close() {
        closed = true;
        SqlConnection open = connection;
        if (open != null) {
            open.close();
        }
    }
}
