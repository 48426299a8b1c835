package io.presencemedic.job.store;

import static io.presencemedic.Eventually.eventually;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database's host vanishes without a word, and another takes its place. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class VanishedDatabaseTest {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration NEVER = Duration.ofHours(1);

    @Inject
    Vertx vertx;

    private MutingProxy proxy;
    private Pool pool;

    @BeforeEach
    void standBetween() throws IOException {
        PgConnectOptions options = PgConnectOptions.fromUri(
                setting("quarkus.datasource.reactive.url").replaceFirst("^vertx-reactive:", ""));
        proxy = new MutingProxy(options.getHost(), options.getPort());
        pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(2))
                .connectingTo(options.setHost("localhost")
                        .setPort(proxy.port())
                        .setUser(setting("quarkus.datasource.username"))
                        .setPassword(setting("quarkus.datasource.password")))
                .using(vertx)
                .build();
    }

    @AfterEach
    void leave() throws IOException {
        pool.close();
        proxy.close();
    }

    @Test
    void aSessionThatFallsSilentWhileItIsMadeIsMadeAnew() {
        DatabaseSession session = new DatabaseSession(new EngineDatabase(pool, NEVER), vertx);
        proxy.vanishAt("listen " + DatabaseSession.CHANNEL);
        session.start(new StartupEvent());

        eventually().until(session::isOpen);
        session.stop(new ShutdownEvent());
    }

    @Test
    void aSessionThatFallsSilentIsMadeAnew() {
        DatabaseSession session = new DatabaseSession(new EngineDatabase(pool, NEVER), vertx);
        session.start(new StartupEvent());
        eventually().until(session::isOpen);

        proxy.vanish();
        session.probe();
        eventually().until(() -> !session.isOpen());
        eventually().until(session::isOpen);
        session.stop(new ShutdownEvent());
    }

    @Test
    void connectionsThatFellSilentAreGivenUpForNewOnes() {
        EngineDatabase database = new EngineDatabase(pool, SOON);
        database.run("select 1");

        proxy.vanish();

        eventually().until(() -> answers(database));
    }

    private static boolean answers(EngineDatabase database) {
        try {
            return database.run(Duration.ofMillis(300), "select 1").size() == 1;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static String setting(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }
}
