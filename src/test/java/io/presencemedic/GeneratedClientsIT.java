package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.CallerProgram.Ended;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that others' generator makes of the description of the API; see {@code src/test/integrations/clients/run}.
 */
@Tag("clients")
class GeneratedClientsIT {
    /** Python's client wants what only Python's registry has: {@code -Dclients=java,typescript} does without it. */
    private static final List<String> LANGUAGES =
            List.of(System.getProperty("clients", "java,typescript,python").split(","));

    @TempDir
    static Path folder;

    @Test
    void generatedClientsCompileAndPlan() throws Exception {
        Map<String, String> ill =
                Map.of("MEDIC_SIMULATOR_SCENARIO", "stuck-in-starting", "MEDIC_SIMULATOR_TIME_FACTOR", "20");
        try (PackagedService service = new PackagedService(folder.resolve("home"), ill)) {
            service.awaitReady();
            int lines = linesOfAPlan(service);
            List<String> command = new ArrayList<>(List.of("src/test/integrations/clients/run", "target/clients"));
            command.addAll(LANGUAGES);
            Ended ended = CallerProgram.run(
                    folder,
                    Map.of("MEDIC_URL", "http://127.0.0.1:" + service.port(), "MEDIC_API_KEY", service.adminKey()),
                    command);
            assertThat(ended.status()).as(ended.said() + ended.complained()).isZero();
            assertThat(ended.said().lines())
                    .containsExactlyElementsOf(LANGUAGES.stream()
                            .map(language -> language + " SUCCEEDED true " + lines)
                            .toList());
        }
    }

    private static int linesOfAPlan(PackagedService service) throws IOException {
        return service.asAdmin()
                .contentType(ContentType.JSON)
                .header("Prefer", "wait=25")
                .body(Map.of("runbook", "services-stuck-in-starting", "mode", "PLAN"))
                .post("/api/v1/clusters/simulated/jobs")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("plan")
                .size();
    }
}
