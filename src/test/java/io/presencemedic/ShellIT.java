package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.CallerProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code integrations/shell/medic} against the packaged service; prepared by {@code src/test/integrations/install}. */
@Tag("integrations")
class ShellIT {
    private static final String SCRIPT = "integrations/shell/medic";
    private static final Map<String, String> ILL_AND_FAST =
            Map.of("MEDIC_SIMULATOR_SCENARIO", "stuck-in-starting", "MEDIC_SIMULATOR_TIME_FACTOR", "20");

    @TempDir
    static Path folder;

    private static PackagedService service;

    @BeforeAll
    static void start() throws IOException {
        service = new PackagedService(folder.resolve("home"), ILL_AND_FAST);
        service.awaitReady();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        service.close();
    }

    private static Ended medic(String... arguments) throws Exception {
        return medic(service.port(), arguments);
    }

    private static Ended medic(int port, String... arguments) throws Exception {
        return medic(Map.of("MEDIC_URL", "http://127.0.0.1:" + port, "MEDIC_API_KEY", service.adminKey()), arguments);
    }

    private static Ended medic(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(SCRIPT));
        command.addAll(List.of(arguments));
        Map<String, String> all = new HashMap<>(environment);
        all.putIfAbsent("MEDIC_CONFIG", folder.resolve("none").toString());
        return CallerProgram.run(folder, all, command);
    }

    @Test
    void theNightOnCallOfTheDocumentationEndsWithAHealthyCluster() throws Exception {
        Ended ill = medic("diagnose", "simulated");
        assertThat(ill.status()).as(ill.complained()).isEqualTo(1);
        assertThat(ill.json().at("/findings/0/runbook").asText()).isEqualTo("services-stuck-in-starting");

        Ended plan = medic("plan", "simulated", "services-stuck-in-starting", "--ticket", "INC0012345");
        assertThat(plan.status()).as(plan.complained()).isZero();
        assertThat(plan.json().get("changed").asBoolean()).isTrue();

        Ended begun = medic("run", "simulated", "services-stuck-in-starting", "--no-wait", "--key", "night-1");
        assertThat(begun.status()).as(begun.complained()).isZero();
        followsOverALineThatIsCutAgainAndAgain(begun.json().get("id").asText());

        Ended again = medic("run", "simulated", "services-stuck-in-starting", "--key", "night-1");
        assertThat(again.status()).as(again.complained() + again.said()).isZero();
        assertThat(again.json().get("id"))
                .as("the same job")
                .isEqualTo(begun.json().get("id"));

        Ended healthy = medic("run", "simulated", "services-stuck-in-starting", "--table");
        assertThat(healthy.status()).as(healthy.complained()).isZero();
        assertThat(healthy.said()).contains("ALREADY_SO").endsWith("state: SUCCEEDED\n");
        Ended last = medic("diagnose", "simulated");
        assertThat(last.status()).as(last.complained() + last.said()).isZero();
    }

    private static void followsOverALineThatIsCutAgainAndAgain(String job) throws Exception {
        try (CuttingProxy line = new CuttingProxy(service.port(), 12_000)) {
            Ended watched = medic(line.port(), "watch", job);
            assertThat(watched.status())
                    .as(watched.complained() + watched.said())
                    .isZero();
            assertThat(line.cuts()).isPositive();
            List<Integer> seen = new ArrayList<>();
            for (String event : watched.said().lines().toList()) {
                seen.add(new ObjectMapper().readTree(event).get("seq").asInt());
            }
            assertThat(seen).isSorted().doesNotHaveDuplicates().first().isEqualTo(1);
            assertThat(seen.get(seen.size() - 1)).as("no event is left out").isEqualTo(seen.size());
        }
    }

    @Test
    void aPastedLogIsDiagnosedAndTheStatusSaysThatSomethingIsWrong() throws Exception {
        Path log = Files.writeString(
                folder.resolve("session.log"),
                "admin:utils service list\nRequesting service status, please wait...\nCisco Tomcat[STARTED]\n"
                        + "Cisco Presence Engine[STOPPED]  Commanded Out of Service\nPrimary Node =true\nadmin:\n");
        Ended analysed = medic("analyse", log.toString());
        assertThat(analysed.status()).as(analysed.complained()).isEqualTo(1);
        assertThat(analysed.json().get("findings")).isNotEmpty();
        assertThat(medic("analyse", "--table", log.toString()).said()).startsWith("SEVERITY");
    }

    @Test
    void whatTheServiceRefusesIsToldWithItsCodeAndFields() throws Exception {
        Ended refused =
                medic("run", "simulated", "service-start", "--node", "imp-sub", "--set", "service=Cisco Nothing");
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.said()).isEmpty();
        assertThat(refused.complained()).contains("VALIDATION_FAILED").contains("parameters.service");
        assertThat(medic("diagnose", "nowhere").complained()).contains("CLUSTER_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "diagnose",
                "run simulated",
                "clusters --key",
                "diagnose simulated --no-wait",
                "bundle simulated E-NETWORK --no-wait",
                "--nonsense clusters",
                "watch ../x",
                "schedule",
                "schedule explode 7",
                "schedule create simulated recover",
                "schedule create simulated recover --window always"
            })
    void wrongUsageIsRefusedBeforeAnythingIsSent(String arguments) throws Exception {
        Ended refused = medic(1, arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.complained()).isNotBlank();
    }

    @Test
    void aScheduleIsMadeShownPausedResumedAndRemoved() throws Exception {
        Ended made = medic(
                "schedule",
                "create",
                "simulated",
                "recover",
                "--name",
                "shell-nightly",
                "--cron",
                "30 2 * * *",
                "--time-zone",
                "Europe/Zurich",
                "--mode",
                "EXECUTE",
                "--window",
                "SATURDAY,SUNDAY=01:00-04:00");
        assertThat(made.status()).as(made.complained()).isZero();
        assertThat(made.json().at("/windows/0/days")).hasSize(2);
        assertThat(made.json().get("nextRuns")).hasSize(5);
        String id = made.json().get("id").asText();
        assertThat(medic("schedule", "list", "--table").said()).contains(id, "shell-nightly", "30 2 * * *");
        assertThat(medic("schedule", "pause", id).json().get("pausedReason").asText())
                .isEqualTo("REQUESTED");
        assertThat(medic("schedule", "resume", id).json().get("pausedReason").isNull())
                .isTrue();
        assertThat(medic("schedule", "runs", id).json().get("items")).isEmpty();

        Path file = Files.writeString(
                folder.resolve("schedule.json"),
                "{\"name\":\"from-a-file\",\"cluster\":\"simulated\",\"runbook\":\"diagnosis\","
                        + "\"cron\":\"0 6 * * *\",\"timeZone\":\"UTC\"}");
        Ended fromFile = medic("schedule", "create", "--file", file.toString());
        assertThat(fromFile.status()).as(fromFile.complained()).isZero();
        Ended nonsense = medic(
                "schedule",
                "create",
                "simulated",
                "diagnosis",
                "--name",
                "x",
                "--cron",
                "60 6 * * *",
                "--time-zone",
                "UTC");
        assertThat(nonsense.status()).isEqualTo(3);
        assertThat(nonsense.complained()).contains("cron");
        for (String each : List.of(id, fromFile.json().get("id").asText())) {
            assertThat(medic("schedule", "remove", each).status()).isZero();
            assertThat(medic("schedule", "show", each).status()).isEqualTo(3);
        }
    }

    @Test
    void aFileThatOthersMayReadIsNotUsed() throws Exception {
        Path file = Files.writeString(
                folder.resolve("config"),
                "# the service\nurl=http://127.0.0.1:" + service.port() + "\napi_key=" + service.adminKey() + "\n");
        Map<String, String> environment = Map.of("MEDIC_CONFIG", file.toString());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Ended refused = medic(environment, "clusters");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.complained()).contains("chmod 600").doesNotContain(service.adminKey());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        JsonNode clusters = medic(environment, "clusters").json();
        assertThat(clusters.at("/items/0/id").asText()).isEqualTo("simulated");
    }

    @Test
    void theScriptsAreClean() throws Exception {
        Ended checked = CallerProgram.run(
                folder,
                Map.of(),
                List.of(
                        "shellcheck",
                        SCRIPT,
                        "integrations/shell/completion/medic.bash",
                        "src/test/integrations/install"));
        assertThat(checked.status()).as(checked.said()).isZero();
        Ended zsh = CallerProgram.run(folder, Map.of(), List.of("zsh", "-n", "integrations/shell/completion/_medic"));
        assertThat(zsh.status()).as(zsh.complained()).isZero();
    }
}
