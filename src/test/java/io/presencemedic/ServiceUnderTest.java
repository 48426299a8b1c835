package io.presencemedic;

import io.presencemedic.database.DatabaseChoice;
import io.presencemedic.database.EmbeddedDatabase;
import io.presencemedic.http.MalformedAddress;
import io.presencemedic.link.OwnLinks;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The surroundings of every test of the running service: one PostgreSQL server per test run with a fresh database per
 * start of the service, a temporary home, a known admin key, and the accounts of simulated clusters.
 */
public final class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {
    /** The first admin key. */
    public static final String ADMIN_KEY = "test-admin-key-of-32-characters!";

    private static final AtomicInteger STARTS = new AtomicInteger();

    /** A request with the admin key. */
    public static RequestSpecification asAdmin() {
        return as(ADMIN_KEY);
    }

    /** A request with that key. */
    public static RequestSpecification as(String key) {
        return RestAssured.given().header("X-API-Key", key);
    }

    /** Waits until a job has ended: the stream of its events ends with it. */
    public static void awaitEnd(String job) {
        asAdmin()
                .accept("text/event-stream")
                .get("/api/v1/jobs/" + job + "/events")
                .asString();
    }

    /** Cancels a job, of whatever kind, and waits for its end. */
    public static void cancel(String job) {
        asAdmin().post("/api/v1/jobs/" + job + "/cancel").then().statusCode(200);
        awaitEnd(job);
    }

    @Override
    public Map<String, String> start() {
        MalformedAddress.refuseInWords();
        Map<String, String> settings =
                new HashMap<>(DatabaseChoice.settings(Server.RUNNING, Server.RUNNING.jdbcUrl(freshDatabase())));
        settings.put("medic.home", temporaryFolder().toString());
        settings.put("medic.access.bootstrap-key", ADMIN_KEY);
        settings.putAll(Issuer.SETTINGS);
        settings.putAll(EnteredCluster.ACCOUNTS);
        settings.putAll(OwnLinks.QUICK);
        settings.put("medic.simulator.time-factor", "600");
        settings.put("medic.http.idempotency-wait", "PT1.5S");
        return settings;
    }

    @Override
    public void stop() {
        // The server is shared by all starts of the service in this process and ends with it.
    }

    private static String freshDatabase() {
        String name = "medic_" + STARTS.incrementAndGet();
        try {
            Server.RUNNING.create(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("medic-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One identity provider for the whole test run. */
    private static final class Issuer {
        private static final Map<String, String> SETTINGS = TokenIssuer.start();
    }

    private static final class Server {
        /** Nobody misses what a crash of the machine would take. */
        private static final Map<String, String> UNSAFE =
                Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "jit", "off");

        private static final EmbeddedDatabase RUNNING = start();

        private static EmbeddedDatabase start() {
            try {
                Path home = PostgresPrograms.into(temporaryFolder());
                EmbeddedDatabase database = EmbeddedDatabase.open(home, UNSAFE);
                Runtime.getRuntime().addShutdownHook(new Thread(database::close));
                return database;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
