package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged service does when it starts and stops, and says when it cannot. */
class StartIT {
    private static final Map<String, String> NO_SIMULATOR = Map.of("MEDIC_SIMULATOR_ENABLED", "false");

    @TempDir
    Path home;

    @Test
    void aTakenPortIsNamedInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(failure(Map.of("QUARKUS_HTTP_PORT", port, "MEDIC_SIMULATOR_ENABLED", "false")))
                    .isEqualTo(
                            "Port " + port
                                    + " is in use by another process. Stop that process, or set quarkus.http.port to a free port.");
        }
    }

    @Test
    void aDatabaseThatIsDownIsNamedInOneLine() throws Exception {
        assertThat(failure(Map.of("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://localhost:1/medic")))
                .startsWith("PostgreSQL at jdbc:postgresql://localhost:1/medic cannot be reached. Start it,");
    }

    @Test
    void aDatabaseThatRefusesIsQuotedInOneLine() throws Exception {
        try (PackagedService service = new PackagedService(home, NO_SIMULATOR)) {
            service.awaitReady();
            String port =
                    Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(3);
            String url = "jdbc:postgresql://localhost:" + port + "/no_such_database?user=postgres";
            assertThat(failure(Map.of("QUARKUS_DATASOURCE_JDBC_URL", url)))
                    .contains("refused the service", "no_such_database");
        }
    }

    @Test
    void contradictingSettingsAreNamedInOneLine() throws Exception {
        assertThat(failure(Map.of("MEDIC_DATABASE_EMBEDDED", "false"))).contains("no database is configured");
        assertThat(failure(Map.of(
                        "MEDIC_DATABASE_EMBEDDED",
                        "true",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://localhost:1/medic")))
                .contains("Remove one of the two");
        assertThat(failure(Map.of("MEDIC_ACCESS_BOOTSTRAP_KEY", "short", "MEDIC_SIMULATOR_ENABLED", "false")))
                .contains("medic.access.bootstrap-key must hold");
    }

    @Test
    void aHomeThatCannotBeUsedIsNamedInOneLine() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "in the way");
        assertThat(failure(Map.of("MEDIC_HOME", file.toString()))).contains(file.toString(), "set medic.home");
    }

    @Test
    void theDatabaseOfAKilledProcessIsTakenOverWithItsData() throws Exception {
        try (PackagedService service = new PackagedService(home, NO_SIMULATOR)) {
            service.awaitReady();
            String key = "{\"name\":\"kept\",\"role\":\"VIEWER\"}";
            service.asAdmin()
                    .contentType("application/json")
                    .body(key)
                    .post("/api/v1/keys")
                    .then()
                    .statusCode(201);
            service.kill();
            service.start();
            service.awaitReady();
            assertThat(service.asAdmin().get("/api/v1/keys").jsonPath().getList("items.name"))
                    .contains("kept");
        }
    }

    @Test
    void whatItKeepsIsForItsOwnerOnlyAndTheKeyIsNotInTheLog() throws Exception {
        try (PackagedService service = new PackagedService(home, NO_SIMULATOR)) {
            service.awaitReady();
            Path key = home.resolve("admin-key");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
            assertThat(rights("postgres")).isEqualTo("rwx------");
            assertThat(rights("postgres-server")).isEqualTo("rwx------");
            assertThat(service.log())
                    .contains(key.toString())
                    .doesNotContain(Files.readString(key).strip());
        }
    }

    @Test
    void anAddressThatCannotBeReadIsRefusedInWords() throws Exception {
        try (PackagedService service = new PackagedService(home, NO_SIMULATOR)) {
            service.awaitReady();
            assertThat(service.get("/api/v1/clusters/%zz"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json", "MALFORMED_ADDRESS");
        }
    }

    private String rights(String folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(folder)));
    }

    @Test
    void aStopIsQuietAndStopsTheDatabase() throws Exception {
        PackagedService service = new PackagedService(home, NO_SIMULATOR);
        service.awaitReady();
        service.close();
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(service.log()).doesNotContain("WARN", "ERROR", "Exception");
    }

    /** Starts the service, which ends with status 1, and gives the one line that it says. */
    private String failure(Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("medic.jar", "target/quarkus-app/quarkus-run.jar"));
        builder.environment().put("MEDIC_HOME", home.resolve("other").toString());
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().putAll(environment);
        Path output = home.resolve("output");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8).strip();
        assertThat(process.exitValue()).as(said).isEqualTo(1);
        assertThat(said.lines()).as(said).hasSize(1);
        return said;
    }
}
