package io.presencemedic.job;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * How fast the engine is beside others that do durable work on the same PostgreSQL; prints tables. Once:
 * {@code ./mvnw -Pbench test -Dtest=EngineBench}.
 */
@QuarkusTest
@WithTestResource(BenchServer.class)
class EngineBench {
    private static final int JOBS = Integer.getInteger("bench.jobs", 1000);
    private static final int SINGLES = Integer.getInteger("bench.singles", 200);

    /** Jobs before anything is measured, for all alike: the JVM's second compiler is at work for thousands of them. */
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 3000);

    /** How many POSTs come in a second, and for how long. */
    private static final int RATE = Integer.getInteger("bench.rate", 100);

    private static final int SECONDS = Integer.getInteger("bench.seconds", 20);

    private static final int WAITING = Integer.getInteger("bench.waiting", 10_000);

    @Inject
    JobSubmission submission;

    @Inject
    DataSource database;

    private static HikariDataSource other(String name) {
        var config = ConfigProvider.getConfig();
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(config.getValue("quarkus.datasource.jdbc.url", String.class)
                .replaceFirst("/medic(\\?|$)", "/" + name + "$1"));
        source.setUsername(config.getValue("quarkus.flyway.username", String.class));
        source.setPassword(config.getValue("quarkus.flyway.password", String.class));
        source.setMaximumPoolSize(20);
        return source;
    }

    /** What the server does by itself within minutes: plans are those for tables in use, not those for empty ones. */
    private static void settle(String database) throws SQLException {
        try (HikariDataSource owner = other(database);
                Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    @Test
    void durableWorkSideBySide() throws Exception {
        try (OwnEngine own = new OwnEngine(submission, database);
                Contestant scheduler = new DbScheduler(other(BenchServer.OTHERS.get(0)));
                Contestant dbos = new Dbos(other(BenchServer.OTHERS.get(1)))) {
            say("| engine | one-line jobs/s | five-line jobs/s | pick-up p50 | p95 | p99 (ms) |");
            say("|---|---|---|---|---|---|");
            for (Contestant each : List.of(own, scheduler, dbos)) {
                each.run(WARM_UP, 1);
                settle(each.database());
                double one = perSecond(each, 1);
                boolean hasSteps = each != scheduler;
                double five = hasSteps ? perSecond(each, 5) : Double.NaN;
                double[] pickUps = each.pickUps(SINGLES);
                assertThat(pickUps).hasSize(SINGLES);
                say("| %s | %.0f | %s | %.1f | %.1f | %.1f |",
                        each.name(), one, hasSteps ? "%.0f".formatted(five) : "–",
                        percentile(pickUps, 50), percentile(pickUps, 95), percentile(pickUps, 99));
            }
        }
    }

    @Test
    void postsOfJobsAtARate() throws Exception {
        try (OwnEngine own = new OwnEngine(submission, database);
                ServerSocket silent = new ServerSocket(0, 10_000, InetAddress.getLoopbackAddress())) {
            own.run(WARM_UP, 1);
            settle(own.database());
            postsAtARate("that do nothing", number -> "bench-" + number % 20, NoOpRunbooks.name(1));
            for (int i = 0; i < 20; i++) {
                enterSilent("silent-" + i, silent.getLocalPort());
            }
            postsAtARate("on clusters whose nodes are silent", number -> "silent-" + number % 20, "diagnosis");
        }
    }

    private static void postsAtARate(String what, IntFunction<String> cluster, String runbook) {
        PostsAtARate posts = new PostsAtARate(cluster, runbook);
        posts.times(RATE, SECONDS);
        double[] times = posts.times(RATE, SECONDS);
        say("POST of jobs %s, %d a second: p50 %.1f, p95 %.1f, p99 %.1f ms", what, RATE, percentile(times, 50),
                percentile(times, 95), percentile(times, 99));
    }

    /** A cluster with a node that takes connections and says nothing. */
    private static void enterSilent(String id, int port) {
        asAdmin()
                .contentType("application/json")
                .body("""
                        {"id":"%s","displayName":"Silent",
                         "credentials":{"platform":"simulated-platform","application":"simulated-application"},
                         "nodes":[{"name":"cucm-pub","role":"CUCM_PUBLISHER","host":"127.0.0.1","sshPort":%d}]}
                        """.formatted(id, port))
                .post("/api/v1/clusters")
                .then()
                .statusCode(201);
    }

    @Test
    void manyWaitingAtOnce() throws Exception {
        try (OwnEngine own = new OwnEngine(submission, database)) {
            own.run(JOBS / 2, 1);
            waiting(own);
        }
    }

    private double perSecond(Contestant contestant, int steps) throws Exception {
        double jvm = ourProcessor();
        double server = serversProcessor();
        long begun = System.nanoTime();
        contestant.run(JOBS, steps);
        double seconds = (System.nanoTime() - begun) / 1e9;
        say("processor time of a job of %d, %s: %.2f ms here, %.2f ms in PostgreSQL", steps, contestant.name(),
                (ourProcessor() - jvm) * 1000 / JOBS, (serversProcessor() - server) * 1000 / JOBS);
        return JOBS / seconds;
    }

    private static double ourProcessor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    }

    /** Seconds of processor time of all sessions that are open now, and of what the server does by itself. */
    private double serversProcessor() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select pg_backend_pid()")) {
            found.next();
            return ProcessHandle.of(found.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow().children()
                    .mapToLong(each -> each.info().totalCpuDuration().orElse(java.time.Duration.ZERO).toMillis())
                    .sum() / 1000.0;
        }
    }

    private static void waiting(OwnEngine own) throws Exception {
        long idle = heap();
        int threads = Thread.activeCount();
        Contestant.fromManyThreads(WAITING, number -> own.ask(NoOpRunbooks.Waiting.NAME, number));
        while (own.number("select count(*) from job where runbook = 'waits' and state = 'WAITING'") < WAITING) {
            Thread.sleep(100);
        }
        Thread.sleep(5_000);
        say("%,d jobs waiting: heap %+d MiB, threads %+d", WAITING, (heap() - idle) >> 20, Thread.activeCount() - threads);
        NoOpRunbooks.Waiting.over = true;
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(300);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    static double percentile(double[] times, int percent) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    static void say(String words, Object... values) {
        System.out.println(words.formatted(values));
    }
}
