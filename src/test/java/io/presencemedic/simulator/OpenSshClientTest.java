package io.presencemedic.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenSSH's own client at the simulator's platform CLI; see {@code src/test/openssh}. */
@BesideTheService
@Tag("openssh")
class OpenSshClientTest {
    private static final String PAGER = "or <q> to quit \u001b[0m";
    private static final List<String> OLD = List.of(
            "KexAlgorithms=+diffie-hellman-group14-sha1",
            "HostKeyAlgorithms=+ssh-rsa",
            "Ciphers=+aes128-cbc",
            "MACs=+hmac-sha1");

    @RegisterExtension
    static final SharedSimulator shared = SharedSimulator.of("healthy", 500, Clock.systemUTC());

    private static SimulatedEndpoint node;

    @BeforeAll
    static void choose() {
        node = shared.endpoint("imp-sub");
    }

    @BeforeEach
    void forgetTheHostKey() throws IOException {
        Files.deleteIfExists(shared.home().resolve("known_hosts"));
    }

    /** A person at the client's keyboard, on a terminal that the client asks the node for. */
    private static final class Session implements AutoCloseable {
        private final StringBuilder screen = new StringBuilder();
        private final Process process;
        private final OutputStream keys;

        Session(String password, List<String> options) throws IOException {
            Path answering = Files.createTempFile(
                    shared.home(),
                    "password",
                    ".sh",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.writeString(answering, "#!/bin/sh\necho " + password + "\n");
            List<String> command = new ArrayList<>(List.of("ssh", "-tt", "-F", "none", "-p", "" + node.sshPort()));
            List<String> all = new ArrayList<>(options);
            all.addAll(List.of(
                    "StrictHostKeyChecking=accept-new",
                    "UserKnownHostsFile=" + shared.home().resolve("known_hosts"),
                    "NumberOfPasswordPrompts=1",
                    "ConnectTimeout=20"));
            all.forEach(option -> command.addAll(List.of("-o", option)));
            command.add(shared.simulator().platformAccount().username() + "@" + node.host());
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("SSH_ASKPASS", answering.toString());
            builder.environment().put("SSH_ASKPASS_REQUIRE", "force");
            builder.environment().put("TERM", "vt100");
            process = builder.start();
            keys = process.getOutputStream();
        }

        Session(List<String> options) throws IOException {
            this(shared.simulator().platformAccount().password(), options);
        }

        void type(String text) throws IOException {
            keys.write(text.getBytes(StandardCharsets.UTF_8));
            keys.flush();
        }

        /** What the screen shows from here on until it ends like this. */
        String until(String end) throws Exception {
            int from = screen.length();
            InputStream in = process.getInputStream();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (screen.length() == from || !screen.substring(from).endsWith(end)) {
                if (in.available() > 0) {
                    screen.append(new String(in.readNBytes(in.available()), StandardCharsets.UTF_8));
                } else if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new AssertionError("waited for \"" + end + "\" and saw: " + screen);
                } else {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            }
            return screen.substring(from);
        }

        String end() throws Exception {
            String rest = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return screen + rest;
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyboard-interactive", "password"})
    void aPersonLooksThroughThePagesAndLeaves(String method) throws Exception {
        try (Session session = new Session(List.of("PreferredAuthentications=" + method))) {
            assertThat(session.until("admin:")).contains("Welcome to the Platform Command Line Interface");
            session.type("utils service list\r");
            assertThat(session.until(PAGER))
                    .contains("Requesting service status, please wait...", "System SSH [STARTED]");
            session.type(" ");
            assertThat(session.until(PAGER)).contains("[STARTED]");
            session.type("q");
            assertThat(session.until("\radmin:")).doesNotContain("Primary Node");
            session.type("set cli pagination off\r");
            session.until("\radmin:");
            session.type("utils service list\r");
            assertThat(session.until("\radmin:")).contains("Cisco Presence Engine[STARTED]", "Primary Node =false");
            session.type("exit\r");
            assertThat(session.end()).contains("closed");
        }
        assertThat(shared.simulator().heard())
                .extracting(JournalEntry::text)
                .containsExactly("utils service list", "set cli pagination off", "utils service list");
    }

    @Test
    void theKeyThatItKeepsHasTheFingerprintOfTheInventory() throws Exception {
        try (Session session = new Session(List.of())) {
            session.until("admin:");
        }
        Process keygen = new ProcessBuilder(
                        "ssh-keygen",
                        "-l",
                        "-f",
                        shared.home().resolve("known_hosts").toString())
                .start();
        assertThat(new String(keygen.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains(node.hostKey());
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        try (Session session = new Session("wrong", List.of())) {
            assertThat(session.end()).contains("Permission denied");
        }
    }

    @Test
    void anOldNodeIsReachedWithOldAlgorithmsOnly() throws Exception {
        OldHostKey.of("imp-sub", shared.home());
        shared.simulator().faults().add(Fault.of(FaultKind.OLD_ALGORITHMS));
        try (Session session = new Session(List.of())) {
            assertThat(session.end()).contains("no matching");
        }
        try (Session session = new Session(OLD)) {
            assertThat(session.until("admin:")).contains("Welcome");
        }
    }

    @Test
    void aLinkThatIsCutEndsTheClient() throws Exception {
        shared.simulator().faults().add(Fault.of(FaultKind.DROP_MIDWAY).at("utils ha status"));
        try (Session session = new Session(List.of())) {
            session.until("admin:");
            session.type("utils ha status\r");
            assertThat(session.end()).contains("Subcluster Name").doesNotContain("Node 2");
        }
    }
}
