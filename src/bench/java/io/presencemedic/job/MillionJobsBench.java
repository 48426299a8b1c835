package io.presencemedic.job;

import io.presencemedic.job.store.EngineDatabase;
import io.presencemedic.job.store.JobClaims;
import io.presencemedic.job.store.JobCounts;

import static io.presencemedic.job.EngineBench.percentile;
import static io.presencemedic.job.EngineBench.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * What is asked for all the time, among a million jobs that have ended; prints a table. Again:
 * {@code ./mvnw -Pbench test -Dtest=MillionJobsBench}.
 */
@QuarkusTest
@WithTestResource(BenchServer.class)
class MillionJobsBench {
    private static final int JOBS = Integer.getInteger("bench.ended", 1_000_000);
    private static final int TIMES = 200;

    private static final String CLUSTERS = """
            insert into cluster (id, display_name, platform_credential, application_credential, legacy_algorithms, simulated,
              version, created_at, updated_at)
            select 'many-' || n, 'Many', 'none', 'none', false, false, 0, now(), now() from generate_series(0, 99) n
            on conflict do nothing""";

    private static final String ENDED = """
            insert into job (id, cluster, runbook, mode, state, mutating, requested_by, ticket, created_at, started_at,
              finished_at, due_at, last_seq, priority, view)
            select id, cluster, runbook, 'EXECUTE', state, n %% 2 = 0, 'bench', 'T' || n / 20, at, at, at, '9999-01-01', 1,
              1 + n %% 2, json_build_object('id', id, 'cluster', cluster, 'runbook', runbook, 'mode', 'EXECUTE', 'state', state,
                'changed', false, 'target', '{}'::json, 'parameters', '{}'::json, 'plan', '[]'::json, 'leftSwitchedOff',
                '[]'::json, 'acknowledged', false, 'requestedBy', 'bench', 'createdAt', to_char(at at time zone 'UTC',
                'YYYY-MM-DD"T"HH24:MI:SS"Z"'))::text
            from (select n, medic_uuid7() as id, 'many-' || n %% 100 as cluster, now() - n * interval '10 seconds' as at,
                (array['diagnosis', 'service-start', 'recover', 'stopped-services-start'])[1 + n / 7 %% 4] as runbook,
                (array['SUCCEEDED', 'FAILED', 'CANCELLED', 'NEEDS_ATTENTION'])[1 + n / 3 %% 4] as state
              from generate_series(1, %d) n) made""";

    @Inject
    JobClaims claims;

    @Inject
    EngineDatabase engine;

    private static void fill() throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection owner = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                Statement statement = owner.createStatement()) {
            statement.execute(CLUSTERS);
            statement.execute(ENDED.formatted(JOBS));
            statement.execute("vacuum analyze job");
        }
    }

    private static Runnable get(String address) {
        return () -> BareClient.get(address);
    }

    @Test
    void whatIsAskedForAllTheTime() throws SQLException {
        fill();
        Map<String, Runnable> asked = new LinkedHashMap<>();
        asked.put(
                "claim",
                () -> claims.claim(JobClaims.Lane.READING, "nobody", 8, 4, Duration.ofSeconds(5)));
        asked.put("gauges, what is left off", () -> JobCounts.count(engine));
        asked.put("list", get("/api/v1/jobs"));
        asked.put("list by cluster", get("/api/v1/jobs?cluster=many-7"));
        asked.put("list by state", get("/api/v1/jobs?state=FAILED"));
        asked.put("list by cluster, state, runbook", get("/api/v1/jobs?cluster=many-7&state=FAILED&runbook=recover"));
        asked.put("list by ticket", get("/api/v1/jobs?ticket=T77"));
        asked.put("diagnoses of a cluster", get("/api/v1/clusters/many-7/diagnoses"));
        asked.put("bundles of a cluster", get("/api/v1/clusters/many-7/bundles"));
        asked.put("status of a cluster", get("/api/v1/clusters/many-7/status"));
        say("| among %,d ended jobs | p50 ms | p95 ms |%n|---|---|---|", JOBS);
        asked.forEach((what, call) -> {
            double[] times = times(call);
            say("| %s | %.1f | %.1f |", what, percentile(times, 50), percentile(times, 95));
            assertThat(times).hasSize(TIMES);
        });
    }

    private static double[] times(Runnable call) {
        double[] times = new double[TIMES];
        for (int i = -20; i < TIMES; i++) {
            long begun = System.nanoTime();
            call.run();
            if (i >= 0) {
                times[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        return times;
    }
}
