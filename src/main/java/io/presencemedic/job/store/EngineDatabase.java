package io.presencemedic.job.store;

import io.presencemedic.database.Blocking;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own connections: requests cannot take them, whatever their number. Blocking; every call ends in time.
 */
@ApplicationScoped
public class EngineDatabase {
    /** How long a statement of the engine may take; the server itself gives it up a little later. */
    static final Duration PATIENCE = Duration.ofSeconds(8);

    /**
     * A connection on which nothing comes for so long is dead, whatever the kernel still hopes: the server gives up each
     * statement before, and what is idle is closed before.
     */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final Pool pool;

    @Inject
    EngineDatabase(@ReactiveDataSource("engine") Pool pool) {
        this(pool, SILENCE);
    }

    EngineDatabase(Pool pool, Duration silence) {
        this.pool = pool.connectHandler(fresh -> {
            Wire.of(fresh).endWhenSilentFor(silence);
            fresh.close();
        });
    }

    /** Runs one statement, which is a transaction of its own: one round trip. */
    public List<Row> run(String sql, @Nullable Object... parameters) {
        return run(PATIENCE, sql, parameters);
    }

    /**
     * Runs a statement that is planned for the tables as they are now, not as they were when it was first run: for one
     * that is run now and then.
     */
    List<Row> runPlannedAnew(String sql) {
        return rows(Blocking.await(pool.query(sql).execute(), PATIENCE));
    }

    /** Runs one statement with another patience. */
    List<Row> run(Duration patience, String sql, @Nullable Object... parameters) {
        return rows(Blocking.await(pool.preparedQuery(sql).execute(Tuple.wrap(parameters)), patience));
    }

    /**
     * Runs a statement and, where it gave a row, others in the same transaction.
     *
     * @param then what is written with it
     */
    List<Row> run(String sql, @Nullable Object[] parameters, List<OutboxStatement> then) {
        if (then.isEmpty()) {
            return run(sql, parameters);
        }
        return Blocking.await(OneTransaction.of(pool, sql, parameters, then), PATIENCE);
    }

    /** Tells all who listen. */
    Future<?> notify(String channel, String payload) {
        return pool.preparedQuery("select pg_notify($1, $2)").execute(Tuple.of(channel, payload));
    }

    /** A connection that is kept; to be closed, or cut with its {@link Wire}, by who takes it. */
    Future<SqlConnection> connection() {
        return pool.getConnection();
    }

    static List<Row> rows(RowSet<Row> rows) {
        List<Row> all = new ArrayList<>(rows.size());
        rows.forEach(all::add);
        return all;
    }
}
