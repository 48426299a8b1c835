package io.presencemedic.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.presencemedic.BesideTheService;
import io.presencemedic.InstalledTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideTheService
class AlertsTest {
    private static final String HOW_TO_GET =
            "promtool is missing: apt-get install prometheus, or any Prometheus release";
    private static final Path CASES = Path.of("src/test/prometheus/alerts.test.yaml");

    private static JsonNode rules() throws IOException {
        return Manifests.YAML
                .readTree(Path.of("k8s/overlays/monitoring/rules.yaml").toFile())
                .path("spec");
    }

    @Test
    void eachAlertRisesAndFallsAsItsCasesSay(@TempDir Path folder) throws Exception {
        Manifests.YAML.writeValue(folder.resolve("rules.yaml").toFile(), rules());
        Files.copy(CASES, folder.resolve("alerts.test.yaml"));
        InstalledTool.run(HOW_TO_GET, folder, "promtool", "check", "rules", "rules.yaml");
        InstalledTool.run(HOW_TO_GET, folder, "promtool", "test", "rules", "alerts.test.yaml");
    }

    @Test
    void eachAlertHasCasesAndAPage() throws IOException {
        String cases = Files.readString(CASES);
        List<JsonNode> alerts = new ArrayList<>();
        rules().path("groups").forEach(group -> group.path("rules").forEach(alerts::add));
        assertThat(alerts).isNotEmpty();
        for (JsonNode alert : alerts) {
            Path page = Path.of(alert.at("/annotations/runbook_url").asText());
            assertThat(cases).contains("alertname: " + alert.path("alert").asText() + "\n");
            assertThat(page).exists();
            assertThat(Files.readString(page)).contains(alert.path("alert").asText());
        }
    }
}
