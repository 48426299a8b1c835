package io.presencemedic.job;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of many costs as many statements as a list of one. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class ListCostTest {
    private static final String SUBMITTED = """
            '{"type":"SUBMITTED","cluster":"' || cluster || '","runbook":"' || runbook
              || '","mode":"EXECUTE","target":{},"parameters":{},"requestedBy":"tester"}'""";

    private static final String JOBS = """
            insert into job (id, cluster, runbook, mode, state, mutating, requested_by, created_at, finished_at, due_at, last_seq)
            select gen_random_uuid(), '%1$s', runbook, 'EXECUTE', 'FAILED', false, 'tester', now(), now(), '9999-01-01T00:00:00Z', 1
            from generate_series(1, 30), unnest(array['diagnosis', 'evidence-network', 'service-start']) runbook""";

    @Inject
    DataSource database;

    private final String cluster = "long-lists-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void thirtyOfEach() throws SQLException {
        execute(
                "insert into cluster (id, display_name, platform_credential, application_credential, legacy_algorithms, simulated,"
                        + " version, created_at, updated_at) values ('" + cluster
                        + "', 'Long lists', 'none', 'none', false, false, 0, now(), now())");
        execute(JOBS.formatted(cluster));
        execute("insert into job_event (job, seq, at, body) select id, 1, now(), " + SUBMITTED
                + " from job where cluster = '" + cluster + "'");
        execute("insert into diagnosis (id, cluster, made_at, findings, undetermined, status, facts, codes, unknown)"
                + " select id, cluster, now(), 'not read', 'not read', 'not read', 'not read', '{A,B}', 3 from job"
                + " where runbook = 'diagnosis' and cluster = '" + cluster + "'");
    }

    @AfterEach
    void none() throws SQLException {
        execute("delete from job where cluster = '" + cluster + "'");
        execute("delete from cluster where id = '" + cluster + "'");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/jobs?cluster=%s&limit=",
                "/api/v1/clusters/%s/diagnoses?limit=",
                "/api/v1/clusters/%s/bundles?limit="
            })
    void aListOfManyCostsAsManyStatementsAsAListOfOne(String list) {
        String address = list.formatted(cluster);
        int one = statements(address, 1);
        int many = statements(address, 30);
        assertThat(one).isPositive();
        assertThat(many).isEqualTo(one);
    }

    /** The fewest of some readings: what the service does by itself may fall into one. */
    private static int statements(String list, int limit) {
        return IntStream.range(0, 3)
                .map(reading -> Statements.of(() -> read(list, limit)))
                .min()
                .orElseThrow();
    }

    private static void read(String list, int limit) {
        asAdmin().get(list + limit).then().statusCode(200).body("items.size()", equalTo(limit));
    }

    @Test
    void aListOfDiagnosesReadsNeitherEvidenceNorFacts() {
        asAdmin()
                .get("/api/v1/clusters/" + cluster + "/diagnoses?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].outcome", is("FINDINGS"))
                .body("items[0].findings", equalTo(java.util.List.of("A", "B")))
                .body("items[0].undetermined", is(3));
    }

    @Test
    void transcriptsCanBeListedWithoutTheirAnswers() throws SQLException {
        execute("insert into job_transcript (job, node, command, answer, started_at, finished_at)"
                + " select id, 'imp', 'show version', 'ä', now(), now() from job where cluster = '" + cluster + "'");
        String job =
                asAdmin().get("/api/v1/jobs?cluster=" + cluster + "&limit=1").path("items[0].id");
        String transcripts = "/api/v1/jobs/" + job + "/transcripts";
        asAdmin()
                .get(transcripts + "?answers=false")
                .then()
                .statusCode(200)
                .body("items[0].command", is("show version"))
                .body("items[0].answer", nullValue())
                .body("items[0].answerBytes", is(2))
                .body("items[0].startedAt", notNullValue());
        asAdmin().get(transcripts).then().body("items[0].answer", is("ä")).body("items[0].answerBytes", is(2));
    }
}
