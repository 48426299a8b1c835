package io.presencemedic.job.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * This process' own session with the database. It holds a lock by the worker's name, so its end tells the others at
 * once that this process is dead; and it hears what others have to say. Where it is lost while the process lives it is
 * made anew; whether others have taken jobs over meanwhile is decided by their fences.
 */
@ApplicationScoped
public class DatabaseSession {
    static final String CHANNEL = "medic_job";

    private static final Logger LOG = Logger.getLogger(DatabaseSession.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long RETRY_MILLIS = 200;

    private final EngineDatabase database;
    private final Vertx vertx;
    private final String name = WorkerName.ofThisProcess();
    private final List<Consumer<String>> hearers = new CopyOnWriteArrayList<>();
    private volatile @Nullable SqlConnection connection;
    private volatile boolean stopped;
    private long failures;

    DatabaseSession(EngineDatabase database, Vertx vertx) {
        this.database = database;
        this.vertx = vertx;
    }

    void start(@Observes @Priority(4_000) StartupEvent event) {
        connect();
    }

    void stop(@Observes @Priority(9_000) ShutdownEvent event) {
        stopped = true;
        SqlConnection open = connection;
        if (open != null) {
            open.close();
        }
    }

    /** By what name this process claims jobs. */
    public String worker() {
        return name;
    }

    /** Whether the session stands, as far as this process knows. */
    public boolean isOpen() {
        return connection != null;
    }

    /** Calls the hearer, on an event loop, with each notification, and with an empty text after every new beginning. */
    void hear(Consumer<String> hearer) {
        hearers.add(hearer);
    }

    /** Asks the server whether the session stands; one that does not answer is given up. */
    public void probe() {
        SqlConnection open = connection;
        if (open != null) {
            long timer = vertx.setTimer(PATIENCE.toMillis(), late -> lost(open));
            open.query("select 1").execute().onComplete(result -> {
                vertx.cancelTimer(timer);
                if (result.failed()) {
                    lost(open);
                }
            });
        }
    }

    private void connect() {
        if (stopped) {
            return;
        }
        Future<SqlConnection> opened = database.connection();
        opened.compose(this::begin)
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(this::stands)
                .onFailure(e -> {
                    opened.onSuccess(fresh -> Wire.of(fresh).cut());
                    failed(String.valueOf(e.getMessage()));
                });
    }

    /** What may be mute from any word on: all of it has to be done in time. */
    private Future<SqlConnection> begin(SqlConnection fresh) {
        fresh.closeHandler(closed -> lost(fresh));
        PgConnection.cast(fresh).notificationHandler(news -> tell(news.getPayload()));
        return fresh.query("listen " + CHANNEL)
                .execute()
                .compose(listening -> fresh.preparedQuery("select pg_advisory_lock_shared(hashtextextended($1, 0))")
                        .execute(Tuple.of(name)))
                .map(fresh);
    }

    private void stands(SqlConnection fresh) {
        connection = fresh;
        failures = 0;
        tell("");
    }

    private void lost(SqlConnection which) {
        if (connection == which) {
            connection = null;
            Wire.of(which).cut();
            if (!stopped) {
                LOG.warn("the session with the database was lost; it is made anew");
                connect();
            }
        }
    }

    private void failed(String why) {
        if (!stopped) {
            if (failures++ % 50 == 0) {
                LOG.warnf("no session with the database yet: %s", why);
            }
            vertx.setTimer(RETRY_MILLIS, again -> connect());
        }
    }

    private void tell(String news) {
        hearers.forEach(hearer -> hearer.accept(news));
    }
}
