package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.CallerProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code quickstart} with a Java that ends at once, and with another process in the place of a running service. */
@BesideTheService
class QuickstartTest {
    @TempDir
    Path folder;

    private Process service;

    @BeforeEach
    void prepare() throws IOException {
        Files.copy(Path.of("quickstart"), folder.resolve("quickstart"));
        Files.createDirectories(folder.resolve("src"));
        Files.createFile(folder.resolve("pom.xml"));
        Files.createDirectories(folder.resolve("target/quick/quarkus-app"));
        Files.createFile(folder.resolve("target/quick/quarkus-app/quarkus-run.jar"));
        program("java", "case $1 in -version) echo 'openjdk version \"17.0.1\"' >&2 ;; esac");
        program("javac", "exit 0");
        program("curl", "exit 7");
        service = new ProcessBuilder("sleep", "600").start();
        Files.createDirectories(folder.resolve(".medic/simulator"));
        Files.writeString(folder.resolve(".medic/service.pid"), String.valueOf(service.pid()));
        Files.createFile(folder.resolve(".medic/simulator/state.json"));
    }

    private void program(String name, String script) throws IOException {
        Path program = folder.resolve("bin").resolve(name);
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    @AfterEach
    void stop() {
        service.destroyForcibly();
    }

    private Ended quickstart(String option) throws Exception {
        Map<String, String> environment = Map.of(
                "JAVA_HOME",
                folder.toString(),
                "MEDIC_HOME",
                ".medic",
                "PATH",
                folder.resolve("bin") + ":" + System.getenv("PATH"));
        return CallerProgram.run(
                folder,
                environment,
                List.of("bash", folder.resolve("quickstart").toString(), option));
    }

    @Test
    void aKillStartsTheServiceAnewForInARunningOneTheClusterMayBeRepairedAlready() throws Exception {
        Ended ended = quickstart("--kill");
        assertThat(service.isAlive()).isFalse();
        assertThat(ended.said()).contains("The service is stopped", "Starting the service");
        assertThat(folder.resolve(".medic/simulator/state.json")).doesNotExist();
        assertThat(ended.complained()).as("the Java of this test").contains("the service ended");
    }

    @Test
    void aStopStopsTheServiceAndKeepsItsData() throws Exception {
        Ended stopped = quickstart("--stop");
        assertThat(stopped.status()).as(stopped.complained()).isZero();
        assertThat(service.isAlive()).isFalse();
        assertThat(folder.resolve(".medic/simulator/state.json")).exists();
    }
}
