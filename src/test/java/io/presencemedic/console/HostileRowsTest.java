package io.presencemedic.console;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.http.KeepableText;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever text nodes have answered, and whatever stands in the inventory, is shown as text. */
@QuarkusTest
@PlayedScenario("sync-agent-credentials-ha-off")
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class HostileRowsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What nobody but a person reads in the documents of diagnoses and events. */
    private static final Set<String> PROSE =
            Set.of("summary", "text", "why", "answer", "detail", "comment", "requestedBy", "displayName");

    private static final String HOSTILE =
            "<script>evil(1)</script>\"' onmouseover='evil(1) </pre></td><b>{inject:x}{#if true}&lt;\u0007\u001b[2J\u202e"
                    + "x".repeat(180);

    @Inject
    AgroalDataSource database;

    /** A text in a row. */
    private record Cell(String table, String column, String key, String id, String text) {}

    @Test
    void isShownAsText() throws SQLException {
        String diagnosis = made("diagnoses", "{}");
        String job = made("jobs", "{\"runbook\":\"high-availability-enable\",\"mode\":\"PLAN\"}");
        Browser admin = Browser.with(ServiceUnderTest.ADMIN_KEY);
        List<Cell> before = new ArrayList<>();
        try {
            for (String column : List.of("findings", "undetermined", "facts")) {
                before.addAll(spoil("diagnosis", column, "id", diagnosis, true));
            }
            for (String each : List.of(job, diagnosis)) {
                before.addAll(spoil("job_event", "body", "job::text || ' ' || seq", each, true));
                before.addAll(spoil("job_transcript", "answer", "id", each, false));
            }
            before.addAll(spoil("cluster", "display_name", "id", "simulated", false));
            assertThat(before).hasSizeGreaterThan(10);

            int shown = 0;
            for (String page : List.of(
                    "/console/now",
                    "/console/clusters/simulated",
                    "/console/diagnoses/" + diagnosis,
                    "/console/jobs/" + job,
                    "/console/jobs/" + job + "/live",
                    "/console/jobs/" + job + "/report",
                    "/console/jobs/" + job + "/transcripts",
                    "/console/jobs/" + diagnosis + "/transcripts")) {
                Response answer = admin.page(page);
                assertThat(answer.statusCode()).as(page + answer.asString()).isEqualTo(200);
                assertThat(answer.asString()).as(page).doesNotContainPattern(HostileTextTest.HARM);
                shown += answer.asString().contains("&lt;script&gt;evil(1)") ? 1 : 0;
            }
            assertThat(shown).as("pages that show it").isGreaterThan(4);
        } finally {
            for (Cell each : before) {
                write(each);
            }
        }
    }

    private static String made(String what, String body) {
        Response answer = asAdmin()
                .contentType("application/json")
                .header("Prefer", "wait=25")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/api/v1/clusters/simulated/" + what);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.path("id");
    }

    /** Puts hostile text into the rows of that job or cluster; gives what stood there. */
    private List<Cell> spoil(String table, String column, String key, String id, boolean isDocument)
            throws SQLException {
        String owner = table.equals("job_event") || table.equals("job_transcript") ? "job::text" : "id::text";
        List<Cell> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT (" + key + ")::text, " + column + " FROM " + table + " WHERE " + owner + " = ?")) {
            select.setString(1, id);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Cell(table, column, key, rows.getString(1), rows.getString(2)));
                }
            }
        }
        // What events are written with is made keepable before.
        String hostile = table.equals("job_event") ? KeepableText.of(HOSTILE) : HOSTILE;
        for (Cell each : found) {
            String text = isDocument ? spoilt(each.text(), hostile) : hostile;
            write(new Cell(table, column, key, each.id(), text));
        }
        return found;
    }

    private void write(Cell cell) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("UPDATE " + cell.table() + " SET "
                        + cell.column() + " = ? WHERE (" + cell.key() + ")::text = ?")) {
            update.setString(1, cell.text());
            update.setString(2, cell.id());
            update.executeUpdate();
        }
    }

    private static String spoilt(String document, String hostile) {
        try {
            JsonNode tree = JSON.readTree(document);
            spoil(tree, hostile);
            return tree.toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError(document, e);
        }
    }

    private static void spoil(JsonNode tree, String hostile) {
        if (tree instanceof ArrayNode all) {
            all.forEach(each -> spoil(each, hostile));
        } else if (tree instanceof ObjectNode object) {
            PROSE.stream().filter(name -> object.path(name).isTextual()).forEach(name -> object.put(name, hostile));
            object.forEach(each -> spoil(each, hostile));
        }
    }
}
