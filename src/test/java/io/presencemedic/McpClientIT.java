package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.presencemedic.CallerProgram.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client of the protocol's own SDK at the packaged service's door; prepared by
 * {@code src/test/integrations/install}.
 */
@Tag("integrations")
class McpClientIT {
    private static final String AGENTS_KEY =
            "{\"name\":\"assistant\",\"owner\":\"agents\",\"grants\":[{\"verbs\":[\"DIAGNOSE\",\"PLAN\"]}]}";

    @TempDir
    Path folder;

    private static String state(PackagedService service, String job) {
        try {
            return service.asAdmin().get(job).jsonPath().getString("state");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anAgentDiagnosesPlansAndWaitsForAPerson() throws Exception {
        Map<String, String> settings = Map.of(
                "MEDIC_SIMULATOR_SCENARIO",
                "stuck-in-starting",
                "MEDIC_SIMULATOR_TIME_FACTOR",
                "60",
                "MEDIC_MCP_ENABLED",
                "true");
        try (PackagedService service = new PackagedService(folder.resolve("home"), settings)) {
            service.awaitReady();
            String key = service.asAdmin()
                    .contentType("application/json")
                    .body(AGENTS_KEY)
                    .post("/api/v1/keys")
                    .jsonPath()
                    .getString("key");
            Ended agent = CallerProgram.run(
                    folder,
                    Map.of("MEDIC_API_KEY", key),
                    List.of("node", "src/test/integrations/mcp/agent.js", service.address()));
            assertThat(agent.status()).as(agent.complained()).isZero();
            JsonNode session = agent.json();
            assertThat(session.at("/server/name").asText()).isEqualTo("presence-medic");
            assertThat(session.path("tools")).hasSize(13);
            assertThat(session.path("findings").get(0).asText()).isEqualTo("STUCK_IN_STARTING");
            assertThat(session.path("changed").asBoolean()).isTrue();
            assertThat(session.path("state").asText()).as(agent.said()).isEqualTo("AWAITING_APPROVAL");
            assertThat(session.path("refused").asText()).isEqualTo("CLUSTER_UNKNOWN");

            String job = "/api/v1/jobs/" + session.path("job").asText();
            service.asAdmin()
                    .contentType("application/json")
                    .body("{\"decision\":\"APPROVE\"}")
                    .post(job + "/approval")
                    .then()
                    .statusCode(200);
            service.await("the approved plan has been executed", () -> state(service, job)
                    .equals("SUCCEEDED"));
            service.asAdmin().get(job).then().body("changed", is(true));
        }
    }
}
