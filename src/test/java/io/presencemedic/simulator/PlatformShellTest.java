package io.presencemedic.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.BesideTheService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@BesideTheService
class PlatformShellTest {
    private static final int WIDE = 1000;
    private static final int HIGH = 1000;

    @RegisterExtension
    static final SharedSimulator shared =
            SharedSimulator.of("stuck-in-starting+failover-after-a-day", 500, Clock.systemUTC());

    @Test
    void theGreetingEndsWithThePrompt() throws IOException {
        try (TypingClient typing = TypingClient.at(shared.endpoint("imp-sub"), WIDE, HIGH)) {
            assertThat(typing.screen())
                    .startsWith("Command Line Interface is starting up, please wait ...\r\n")
                    .contains("   Welcome to the Platform Command Line Interface\r\n")
                    .endsWith("\r\n\r\nadmin:");
        }
    }

    @Test
    void anEmptyLinePrintsThePromptAgainBehindACarriageReturn() throws IOException {
        try (TypingClient typing = TypingClient.at(shared.endpoint("imp-sub"), WIDE, HIGH)) {
            assertThat(typing.run("")).isEqualTo("\r\n\radmin:");
        }
    }

    @Test
    void bothWaysOfGivingThePasswordLetIn() throws IOException {
        for (boolean interactive : new boolean[] {true, false}) {
            try (TypingClient typing = new TypingClient()) {
                typing.login(shared.endpoint("imp-pub"), "simulator", interactive);
                assertThat(typing.session().isAuthenticated()).isTrue();
            }
        }
    }

    /** On a clock of its own, so that the lock does not end while the passwords are tried. */
    @Test
    void threeWrongPasswordsLockTheAccountEvenForTheRightOne(@TempDir Path folder) throws IOException {
        SimulatorSettings settings = SimulatorSettings.of(folder, "healthy", 1, false, Clock.systemUTC());
        try (Simulator slow = Simulator.start(settings)) {
            SimulatedEndpoint cucm = slow.endpoints().get(0);
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(() -> login(cucm, "wrong")).isInstanceOf(IOException.class);
            }
            assertThatThrownBy(() -> login(cucm, "simulator")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void nothingButAShellWithATerminalIsServed() throws IOException {
        try (TypingClient typing = new TypingClient()) {
            typing.login(shared.endpoint("imp-pub"), "simulator", true);
            ChannelExec exec = typing.session().createExecChannel("utils service list");
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            exec.setOut(answer);
            exec.open().verify(Duration.ofSeconds(5));

            ChannelShell shell = typing.session().createShellChannel();
            ByteArrayOutputStream screen = new ByteArrayOutputStream();
            shell.setUsePty(false);
            shell.setOut(screen);
            shell.open().verify(Duration.ofSeconds(5));
            assertThat(shell.waitFor(List.of(ClientChannelEvent.CLOSED), 5_000)).contains(ClientChannelEvent.CLOSED);
            assertThat(screen.toString()).isEmpty();
            assertThat(answer.toString()).isEmpty();
            assertThat(shared.simulator().heard()).isEmpty();
        }
    }

    @Test
    void theListHasTwoSectionsAndEndsWithItsTrailer() throws IOException {
        try (TypingClient typing = TypingClient.at(shared.endpoint("imp-sub"), WIDE, HIGH)) {
            String answer = typing.run("utils service list");

            assertThat(answer)
                    .startsWith(
                            "utils service list\r\nRequesting service status, please wait...\r\nSystem SSH [STARTED] ")
                    .contains(
                            "\r\nService Manager is running\r\nGetting list of all services\r\n>> Return code = 0\r\n")
                    .contains("\r\nCisco Presence Engine[STARTING]\r\n")
                    .contains("\r\nCisco DRF Master[STOPPED]  Commanded Out of Service\r\n")
                    .endsWith("[STOPPED]  Service Not Activated\r\nPrimary Node =false\r\n\radmin:");
        }
    }

    @Test
    void theSubscriberLeavesOutTheTextOfTheReplicationSetup() throws IOException {
        try (TypingClient typing = TypingClient.at(shared.endpoint("imp-sub"), WIDE, HIGH)) {
            assertThat(typing.run("utils dbreplication runtimestate"))
                    .contains("\r\nimp-pub                  192.0.2.11        0.038     Y/Y/Y     0        (g_3)"
                            + "          (2)\r\n");
        }
        try (TypingClient typing = TypingClient.at(shared.endpoint("imp-pub"), WIDE, HIGH)) {
            assertThat(typing.run("utils dbreplication runtimestate"))
                    .contains("(g_5)          (2) Setup Completed\r\n")
                    .contains("Cluster Detailed View from imp-pub (2 Servers):");
        }
    }

    @Test
    void highAvailabilityIsToldInIndentedLines() throws IOException {
        try (TypingClient typing = TypingClient.at(shared.endpoint("imp-sub"), WIDE, HIGH)) {
            assertThat(typing.run("utils ha status"))
                    .contains(
                            "Subcluster Name: DefaultCUPSubcluster\r\nNode 1\r\n\tName: imp-pub\r\n\tState: Normal\r\n")
                    .doesNotContain("Reason");
        }
    }

    @Test
    void theClusterViewMarksTheLocalNode() throws IOException {
        try (TypingClient typing = TypingClient.at(shared.endpoint("imp-pub"), WIDE, HIGH)) {
            assertThat(typing.run("show network cluster"))
                    .contains("192.0.2.11 imp-pub.example.com imp-pub Subscriber cups DBPub authenticated\r\n")
                    .contains("192.0.2.10 cucm-pub.example.com cucm-pub Publisher callmanager DBPub"
                            + " authenticated using TCP since ");
        }
    }

    @Test
    void theLastStateOfAChangeIsPrintedTwice() throws IOException {
        try (TypingClient typing = TypingClient.at(shared.endpoint("imp-pub"), WIDE, HIGH)) {
            assertThat(typing.run("utils service restart Cisco Presence Engine"))
                    .contains("Do not press Ctrl+C")
                    .endsWith("Cisco Presence Engine[STARTED]  \r\nCisco Presence Engine[STARTED]  \r\n\radmin:");
            assertThat(typing.run("utils service stop Cisco Presence Engine"))
                    .endsWith("Commanded Out of Service\r\nCisco Presence Engine[NOTRUNNING]  \r\n\radmin:");
        }
    }

    @Test
    void aHeldServiceIsStillStartingWhenThePlatformGivesUpWaiting() throws IOException {
        try (TypingClient typing = TypingClient.at(shared.endpoint("imp-sub"), WIDE, HIGH)) {
            assertThat(typing.run("utils service start Cisco Presence Engine"))
                    .endsWith("Cisco Presence Engine[STARTING]  \r\n\radmin:");
        }
    }

    @Test
    void whatIsNoCommandIsToldSo() throws IOException {
        try (TypingClient typing = TypingClient.at(shared.endpoint("cucm-pub"), WIDE, HIGH)) {
            assertThat(typing.run("make coffee")).isEqualTo("make coffee\r\nNo valid command entered\r\n\radmin:");
            assertThat(typing.run("set replication-sync monitor disable")).contains("No valid command entered");
            assertThat(typing.run("utils service start Coffee")).contains("Executed command unsuccessfully");
        }
    }

    @Test
    void everythingThatIsTypedIsHeard() throws IOException {
        try (TypingClient typing = TypingClient.at(shared.endpoint("imp-sub"), WIDE, HIGH)) {
            typing.run("utils ha status");
            typing.run("set replication-sync monitor disable");
        }
        assertThat(shared.simulator().heard())
                .extracting(heard -> heard.node() + " " + heard.text() + " " + heard.changes())
                .containsExactly("imp-sub utils ha status false", "imp-sub set replication-sync monitor disable true");
        assertThat(shared.home().resolve("simulator/heard.jsonl"))
                .content()
                .contains("\"text\":\"set replication-sync monitor disable\",\"changes\":true,\"executed\":true");
    }

    private static void login(SimulatedEndpoint where, String password) throws IOException {
        try (TypingClient typing = new TypingClient()) {
            typing.login(where, password, true);
        }
    }
}
