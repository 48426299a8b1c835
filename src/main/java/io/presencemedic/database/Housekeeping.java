package io.presencemedic.database;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Removes what is old, in small transactions, so that nobody waits for it. Of several replicas one at a time removes
 * things of a kind; the others leave them to it.
 */
@ApplicationScoped
public class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Our advisory locks of two numbers: this one and the hash of what is swept. */
    private static final String LOCK = "select pg_try_advisory_xact_lock(1836409193, hashtext($1))";

    private static final String ENDED = """
            insert into sweep (things, ended_at, removed) values ($1, now(), $2)
            on conflict (things) do update set ended_at = excluded.ended_at, removed = excluded.removed""";

    private final Pool pool;
    private final List<Retention> all;
    private final int batch;
    private final MeterRegistry registry;

    Housekeeping(Pool pool, @All List<Retention> all, HousekeepingConfig config, MeterRegistry registry) {
        this.pool = pool;
        this.all = List.copyOf(all);
        this.batch = Math.max(1, config.batch());
        this.registry = registry;
        all.forEach(each -> counter("medic.sweep.failures", each));
    }

    /** What is kept for a time only. */
    List<Retention> all() {
        return all;
    }

    @Scheduled(
            identity = "housekeeping",
            every = "{medic.housekeeping.every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void removeAll() {
        all.forEach(this::attempt);
    }

    private void attempt(Retention old) {
        try {
            remove(old);
        } catch (RuntimeException e) {
            registry.counter("medic.sweep.failures", "things", old.things()).increment();
            LOG.errorf(e, "old %s could not be removed; it is tried again in the next round", old.things());
        }
    }

    /**
     * Removes all that is old of one kind. Blocking.
     *
     * @return how much was removed here; empty where another replica is at it
     */
    public Optional<Long> remove(Retention old) {
        long removed = 0;
        Optional<Integer> some;
        do {
            some = Blocking.await(pool.withTransaction(connection -> removeSome(connection, old)), PATIENCE);
            removed += some.orElse(0);
        } while (some.orElse(0) >= batch);
        if (some.isEmpty()) {
            return Optional.empty();
        }
        Blocking.await(pool.preparedQuery(ENDED).execute(Tuple.of(old.things(), removed)), PATIENCE);
        registry.counter("medic.sweep.removed", "things", old.things()).increment(removed);
        return Optional.of(removed);
    }

    private Future<Optional<Integer>> removeSome(SqlConnection connection, Retention old) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(old.things()))
                .compose(rows -> rows.iterator().next().getBoolean(0)
                        ? connection
                                .preparedQuery(old.removal())
                                .execute(Tuple.of((double) old.age().toSeconds(), batch))
                                .map(deleted -> Optional.of(deleted.rowCount()))
                        : Future.succeededFuture(Optional.<Integer>empty()));
    }

    private void counter(String name, Retention old) {
        registry.counter(name, "things", old.things());
    }
}
