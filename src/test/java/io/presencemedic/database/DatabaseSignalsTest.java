package io.presencemedic.database;

import static io.presencemedic.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is heard from the database, and over what. */
@QuarkusTest
class DatabaseSignalsTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @Test
    void theyComeOverAConnectionThatIsSetUpAsThePoolsOthersAre() {
        eventually().until(() -> !listening("medic_key").isEmpty());
        assertThat(listening("medic_key")).containsOnly("presence-medic");
    }

    @Test
    void theyAreHeardAgainWhenTheirSessionWasTerminated() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        DatabaseSignals signals = new DatabaseSignals(pool, vertx);
        signals.listen("medic_test", heard::add);
        eventually().until(() -> heard.contains(""));
        run("select pg_notify('medic_test', 'first')");
        eventually().until(() -> heard.contains("first"));

        run("select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen medic_test'");
        eventually().until(() -> heard.stream().filter(String::isEmpty).count() == 2);
        run("select pg_notify('medic_test', 'second')");
        eventually().until(() -> heard.contains("second"));
        signals.stop(new ShutdownEvent());
    }

    @Test
    void aSessionWhoseBeginningIsNotAnsweredIsMadeAnew() {
        AtomicInteger attempts = new AtomicInteger();
        AtomicInteger begun = new AtomicInteger();
        KeptConnection kept = new KeptConnection(
                vertx,
                pool::getConnection,
                fresh -> attempts.incrementAndGet() == 1
                        ? Promise.promise().future()
                        : fresh.query("select 1").execute(),
                begun::incrementAndGet,
                SHORT);
        kept.open();
        eventually().until(() -> begun.get() == 1);
        assertThat(attempts).hasValue(2);
        assertThat(kept.isOpen()).isTrue();
        kept.close();
    }

    /** The names of those that listen on a channel. */
    private List<String> listening(String channel) {
        return run("select application_name from pg_stat_activity where query ilike 'listen%" + channel + "%'");
    }

    private List<String> run(String sql) {
        List<String> first = new ArrayList<>();
        for (Row row : Blocking.await(pool.query(sql).execute(), Blocking.PATIENCE)) {
            first.add(String.valueOf(row.getValue(0)));
        }
        return first;
    }
}
