package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged service does when it starts, while it is there, and when it stops. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartIT {
    private static final int LAST = Integer.MAX_VALUE;
    private static final Map<String, String> NO_SIMULATOR = Map.of("MEDIC_SIMULATOR_ENABLED", "false");

    @TempDir
    static Path home;

    private static PackagedService service;

    @BeforeAll
    static void start() throws Exception {
        service = new PackagedService(home, NO_SIMULATOR, List.of(ShortLivedJvm.VERIFYING));
        service.awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @Test
    void whatItKeepsIsForItsOwnerOnlyAndTheKeyIsNotInTheLog() throws Exception {
        Path key = home.resolve("admin-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(rights("postgres")).isEqualTo("rwx------");
        assertThat(rights("postgres-server")).isEqualTo("rwx------");
        assertThat(service.log())
                .contains(key.toString())
                .doesNotContain(Files.readString(key).strip());
    }

    @Test
    void anAddressThatCannotBeReadIsRefusedInWords() throws Exception {
        assertThat(service.get("/api/v1/clusters/%zz"))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "MALFORMED_ADDRESS");
    }

    @Test
    void aWrongPasswordOfTheDatabaseIsNamedInOneLineAndNotShown() throws Exception {
        String port =
                Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(3);
        Map<String, String> settings = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://localhost:" + port + "/medic",
                "QUARKUS_DATASOURCE_USERNAME",
                "postgres",
                "QUARKUS_DATASOURCE_PASSWORD",
                "not-the-password");
        assertThat(PackagedService.refusal(home.resolve("other"), settings))
                .contains("refused the service", "password authentication failed")
                .doesNotContain("not-the-password");
    }

    @Test
    void aSecondProcessOnTheSameHomeSaysSoInOneLine() throws Exception {
        Process second = service.launch();
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(service.log()).contains("in use").doesNotContain("\tat ");
    }

    @Test
    @Order(LAST)
    void aStopIsQuietAndStopsTheDatabase() throws Exception {
        service.close();
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(service.log()).doesNotContain("WARN", "ERROR", "Exception");
    }

    private static String rights(String folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(folder)));
    }
}
