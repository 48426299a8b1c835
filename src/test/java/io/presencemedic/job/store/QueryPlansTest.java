package io.presencemedic.job.store;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.ServiceUnderTest;
import io.presencemedic.job.Statements;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.SqlConnectOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Among many jobs that have ended, what is asked for all the time finds its rows by an index. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class QueryPlansTest {
    private static final int ENDED = 10_000;
    private static final String RUNBOOK = "long-ago";

    private static final String FILL = """
            insert into job (id, cluster, runbook, mode, state, mutating, requested_by, ticket, created_at, finished_at, due_at,
              priority, view)
            select id, cluster, '%1$s', 'EXECUTE', state, n %% 2 = 0, 'tester', 'T' || n %% 500, now(),
              now() - n * interval '1 minute', '9999-01-01', 1 + n %% 2,
              json_build_object('id', id, 'cluster', cluster, 'runbook', '%1$s', 'mode', 'EXECUTE', 'state', state,
                'changed', false, 'target', '{}'::json, 'parameters', '{}'::json, 'plan', '[]'::json, 'leftSwitchedOff',
                '[]'::json, 'acknowledged', false, 'requestedBy', 'tester')::text
            from (select n, medic_uuid7() as id, 'plans-' || n %% 30 as cluster,
                (array['SUCCEEDED', 'FAILED', 'CANCELLED', 'NEEDS_ATTENTION'])[1 + n %% 4] as state
              from generate_series(1, %2$d) n) made""".formatted(RUNBOOK, ENDED);

    private static Connection owner() throws SQLException {
        Config config = ConfigProvider.getConfig();
        Properties login = new Properties();
        login.setProperty("user", config.getValue("quarkus.flyway.username", String.class));
        login.setProperty("password", config.getValue("quarkus.flyway.password", String.class));
        // A plan for whatever the parameters are is explained without any.
        login.setProperty("preferQueryMode", "simple");
        return DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class), login);
    }

    private static String plan(Statement statement, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = statement.executeQuery("explain (generic_plan) " + sql)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    /** What the address sends for its list, as the store sent it. */
    private static List<String> sent(String address) {
        return Statements.sentBy(() -> asAdmin().get(address).then().statusCode(200)).stream()
                .filter(sql -> sql.contains("from job"))
                .toList();
    }

    @Test
    void noneReadsAllOfThem() throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(FILL);
            statement.execute("analyze job");
            try {
                assertUsesIndexes(statement, JobClaims.CLAIM);
                assertThat(plan(statement, JobClaims.CLAIM))
                        .as("what waits is found cluster by cluster, although none was live when it was counted")
                        .contains("job_claimable_by_cluster")
                        .doesNotContain("job_live", "job_due");
                assertThat(plan(statement, NewJob.INSERT))
                        .as("what a caller has waiting is counted without reading what waits for others")
                        .contains("job_live_by_subject on job ");
                assertUsesIndexes(statement, JobCounts.COUNTS);
                for (String filter : List.of(
                        "",
                        "cluster=plans-1",
                        "state=QUEUED",
                        "runbook=none",
                        "ticket=T1",
                        "cluster=plans-1&state=FAILED",
                        "cluster=plans-1&runbook=" + RUNBOOK)) {
                    List<String> sent = sent("/api/v1/jobs?limit=50&" + filter);
                    assertThat(sent).as(filter).isNotEmpty();
                    for (String sql : sent) {
                        assertUsesIndexes(statement, sql);
                    }
                }
            } finally {
                statement.execute("delete from job where runbook = '" + RUNBOOK + "'");
                statement.execute("analyze job");
            }
        }
    }

    @Test
    void aClaimIsShortEnoughToBePreparedOnce() {
        assertThat(JobClaims.CLAIM)
                .as("longer statements are prepared anew at each call")
                .hasSizeLessThan(SqlConnectOptions.DEFAULT_PREPARED_STATEMENT_CACHE_SQL_LIMIT);
    }

    private static void assertUsesIndexes(Statement statement, String sql) throws SQLException {
        assertThat(plan(statement, sql))
                .as(sql)
                .doesNotContainPattern("Seq Scan on job\\b")
                .contains("Index");
    }
}
