package io.presencemedic.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.BesideTheService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideTheService
class SimulatorTest {
    private static final String MONITOR_OFF = "set replication-sync monitor disable";

    @TempDir
    static Path home;

    private Simulator simulator;

    @BeforeEach
    void start() {
        simulator = begin("stuck-in-starting");
        simulator.reset(List.of("stuck-in-starting"));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aRestartKeepsPortsKeysCertificateAndState() throws Exception {
        try (TypingClient typing = shell("imp-sub")) {
            typing.run("utils service stop Cisco Tomcat");
        }
        List<SimulatedEndpoint> before = simulator.endpoints();
        String certificate = simulator.certificate();
        simulator.close();

        simulator = begin("stuck-in-starting");

        assertThat(simulator.endpoints()).isEqualTo(before);
        assertThat(simulator.certificate()).isEqualTo(certificate);
        try (TypingClient typing = shell("imp-sub")) {
            assertThat(typing.run("utils service list")).contains("Cisco Tomcat[STOPPED]  Commanded Out of Service");
        }
    }

    @Test
    void anotherScenarioResetsTheState() throws Exception {
        simulator.close();
        simulator = begin("healthy");

        try (TypingClient typing = shell("imp-sub")) {
            assertThat(typing.run("utils service list")).doesNotContain("STARTING");
        }
    }

    @Test
    void twoSimulatorsDoNotShareAFolder() {
        assertThatThrownBy(() -> begin("healthy"))
                .isInstanceOf(SimulatorException.class)
                .hasMessageContaining("Another simulator uses the folder");
    }

    @Test
    void theEndpointsFileTellsOtherProcessesEverything() throws IOException {
        assertThat(Files.readString(home.resolve("simulator/endpoints.json")))
                .contains("\"pid\" : " + ProcessHandle.current().pid())
                .contains("\"name\" : \"imp-sub\"", "\"role\" : \"IMP_SUBSCRIBER\"", "\"username\" : \"administrator\"")
                .contains("BEGIN CERTIFICATE", simulator.endpoints().get(0).hostKey());
    }

    @Test
    void whatHoldsItsPasswordsIsForItsOwnAccountAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.resolve("simulator/endpoints.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theLinkIsCutBeforeTheNthCommand() throws IOException {
        simulator.faults().add(Fault.of(FaultKind.DROP_BEFORE).on("imp-pub").from(2));
        try (TypingClient typing = shell("imp-pub")) {
            typing.run("utils ha status");
            typing.type(MONITOR_OFF + "\r");
            assertThat(typing.isCutOff()).isTrue();
        }
        assertThat(simulator.heard()).extracting(JournalEntry::executed).containsExactly(true, false);
        try (TypingClient typing = shell("imp-pub")) {
            assertThat(typing.run("utils ha status")).contains("Running in Backup Mode");
        }
    }

    @Test
    void theLinkIsCutAfterACommandThatWasCarriedOut() throws IOException {
        simulator.faults().add(Fault.of(FaultKind.DROP_AFTER).at("utils service stop"));
        try (TypingClient typing = shell("imp-pub")) {
            typing.type("utils service stop Cisco OAM Agent\r");
            assertThat(typing.isCutOff()).isTrue();
            assertThat(typing.screen()).doesNotContain("Service Manager is running");
        }
        try (TypingClient typing = shell("imp-pub")) {
            assertThat(typing.run("utils service list")).containsPattern("Cisco OAM Agent\\[STOPP");
        }
    }

    @Test
    void theLinkIsCutInTheMiddleOfAnAnswer() throws IOException {
        simulator.faults().add(Fault.of(FaultKind.DROP_MIDWAY).at("utils service list"));
        try (TypingClient typing = shell("imp-pub")) {
            typing.type("utils service list\r");
            assertThat(typing.isCutOff()).isTrue();
            assertThat(typing.screen()).contains("Service Manager is running").doesNotContain("Primary Node");
        }
    }

    @Test
    void aMuteNodeAnswersAndNeverPromptsAgain() throws IOException {
        simulator.faults().add(Fault.of(FaultKind.MUTE_PROMPT));
        try (TypingClient typing = shell("imp-pub")) {
            typing.type("show cli pagination\r");
            typing.await(text -> text.endsWith("Automatic Pagination : On.\r\n"));
            typing.type("\r\r");
            assertThatThrownBy(() -> typing.await(text -> text.endsWith("\radmin:"), Duration.ofMillis(300)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aSlowNodeTakesItsTimeForEachLine() throws IOException {
        simulator.faults().add(Fault.of(FaultKind.SLOW).late(Duration.ofMillis(50)));
        try (TypingClient typing = shell("imp-pub")) {
            long before = System.nanoTime();
            typing.run("utils ha status");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(400));
        }
    }

    @Test
    void theHostKeyCanChange() throws IOException {
        String pinned = simulator.endpoints().get(0).hostKey();
        assertThat(shownKey()).isEqualTo(pinned);
        simulator.faults().add(Fault.of(FaultKind.CHANGE_HOST_KEY).on("cucm-pub"));
        assertThat(shownKey()).startsWith("SHA256:").isNotEqualTo(pinned);
    }

    @Test
    void tooManySessionsAreRefusedAfterTheLogin() {
        simulator.faults().add(Fault.of(FaultKind.SESSION_LIMIT).on("imp-pub"));
        assertThatThrownBy(() -> shell("imp-pub")).isInstanceOf(IOException.class);
    }

    @Test
    void thePasswordCanBeRefused() {
        simulator.faults().add(Fault.of(FaultKind.REFUSE_ACCOUNT).on("imp-pub").by(Channel.SSH));
        assertThatThrownBy(() -> shell("imp-pub")).isInstanceOf(IOException.class);
    }

    @Test
    void anotherProcessSwitchesFaultsByAFile() throws IOException {
        Path file = home.resolve("simulator/faults.yaml");
        Files.writeString(file, "- {node: imp-pub, kind: REFUSE_ACCOUNT}\n");
        assertThatThrownBy(() -> shell("imp-pub")).isInstanceOf(IOException.class);

        Files.writeString(file, "- {kind: DROP_BEFORE, matching: utils ha, nth: 1}\n- {kind: SLOW, delay: PT0.01S}\n");
        try (TypingClient typing = shell("imp-pub")) {
            typing.run("show cli pagination");
            typing.type("utils ha status\r");
            assertThat(typing.isCutOff()).isTrue();
        }
        Files.delete(file);
        assertThat(simulator.faults().all()).isEmpty();
    }

    private static Simulator begin(String scenario) {
        return Simulator.start(SimulatorSettings.of(home, scenario, 500, false, Clock.systemUTC()));
    }

    private TypingClient shell(String node) throws IOException {
        return TypingClient.at(endpoint(node), 1000, 1000);
    }

    private SimulatedEndpoint endpoint(String node) {
        return SharedSimulator.endpoint(simulator, node);
    }

    private String shownKey() throws IOException {
        try (TypingClient typing = new TypingClient()) {
            typing.login(endpoint("cucm-pub"), "simulator", true);
            return KeyUtils.getFingerPrint(BuiltinDigests.sha256, typing.hostKey);
        }
    }
}
