package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged service says when it cannot start. */
class RefusedStartIT {
    @TempDir
    Path home;

    @Test
    void aTakenPortIsNamedInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(refusal(Map.of("QUARKUS_HTTP_PORT", port, "MEDIC_SIMULATOR_ENABLED", "false")))
                    .isEqualTo(
                            "Port " + port
                                    + " is in use by another process. Stop that process, or set quarkus.http.port to a free port.");
        }
    }

    @Test
    void aDatabaseThatIsDownIsNamedInOneLine() throws Exception {
        assertThat(refusal(Map.of("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://localhost:1/medic")))
                .startsWith("PostgreSQL at jdbc:postgresql://localhost:1/medic cannot be reached. Start it,");
    }

    @Test
    void contradictingSettingsAreNamedInOneLine() throws Exception {
        assertThat(refusal(Map.of("MEDIC_DATABASE_EMBEDDED", "false"))).contains("no database is configured");
        assertThat(refusal(Map.of(
                        "MEDIC_DATABASE_EMBEDDED",
                        "true",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://localhost:1/medic")))
                .contains("Remove one of the two");
        assertThat(refusal(Map.of("MEDIC_ACCESS_BOOTSTRAP_KEY", "short", "MEDIC_SIMULATOR_ENABLED", "false")))
                .contains("medic.access.bootstrap-key must hold");
    }

    @Test
    void aHomeThatCannotBeUsedIsNamedInOneLine() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "in the way");
        assertThat(refusal(Map.of("MEDIC_HOME", file.toString()))).contains(file.toString(), "set medic.home");
    }

    private String refusal(Map<String, String> environment) throws Exception {
        return PackagedService.refusal(home.resolve("other"), environment);
    }
}
