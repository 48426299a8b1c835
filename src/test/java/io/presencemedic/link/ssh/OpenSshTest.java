package io.presencemedic.link.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.link.Console;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.TrustFailure;
import io.presencemedic.link.Urgency;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our client against OpenSSH's own server, with a command line on a real terminal; see {@code src/test/openssh}. */
@BesideTheService
@Tag("openssh")
class OpenSshTest {
    private static final Path INSTALLED = Path.of("/usr/local/libexec/medic-interop");
    private static final List<String> MODERN = List.of();
    private static final String NEWER_KEY = "HostKeyAlgorithms ssh-ed25519";
    private static final List<String> OLD = List.of(
            "KexAlgorithms diffie-hellman-group14-sha1",
            "HostKeyAlgorithms ssh-rsa",
            "Ciphers aes128-cbc,3des-cbc",
            "MACs hmac-sha1");
    private static final List<String> OLDEST = List.of(
            "KexAlgorithms diffie-hellman-group1-sha1",
            "HostKeyAlgorithms ssh-rsa",
            "Ciphers 3des-cbc",
            "MACs hmac-sha1");
    private static final List<String> EXCHANGE = List.of(
            "KexAlgorithms diffie-hellman-group-exchange-sha1",
            "HostKeyAlgorithms ssh-rsa",
            "Ciphers aes256-ctr",
            "MACs hmac-sha1");

    @TempDir
    static Path folder;

    private static Credential account;
    private Process server;
    private int port;

    @BeforeAll
    static void prepare() throws Exception {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(INSTALLED.resolve("root/account.properties"))) {
            values.load(reader);
        }
        account = new Credential(values.getProperty("username"), values.getProperty("password"));
        key("rsa", "key");
        key("ed25519", "newer-key");
    }

    private static void key(String type, String name) throws Exception {
        run("ssh-keygen", "-q", "-t", type, "-N", "", "-f", folder.resolve(name).toString());
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroyForcibly();
        }
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private void start(int width, String paging, List<String> more) throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> lines = new ArrayList<>(List.of(
                "Port " + port,
                "ListenAddress 127.0.0.1",
                "HostKey " + folder.resolve("key"),
                "PidFile none",
                "UsePAM yes",
                "PrintMotd no",
                "ForceCommand " + INSTALLED.resolve("platform-shell"),
                "SetEnv WIDTH=" + width + " PAGING=" + paging));
        lines.addAll(more);
        if (more.contains(NEWER_KEY)) {
            lines.set(2, "HostKey " + folder.resolve("newer-key"));
        }
        if (more.stream().noneMatch(line -> line.contains("Authentication"))) {
            lines.addAll(List.of("PasswordAuthentication yes", "KbdInteractiveAuthentication yes"));
        }
        Path config = Files.write(Files.createTempFile(folder, "sshd", ".conf"), lines);
        server = new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        for (int i = 0; i < 200 && !listens(); i++) {
            TimeUnit.MILLISECONDS.sleep(25);
        }
    }

    private boolean listens() {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private interface Use {
        void of(Console console, Node node) throws Exception;
    }

    private void with(Credential credential, boolean legacy, Use use) throws Exception {
        Node node = Wire.node(port, null);
        try (SshConsoles consoles = Wire.consoles(Wire.config("ssh.quiet", "PT0.15S"), credential);
                Console console = consoles.open(Wire.cluster(node, legacy), new Wire.Ear(), Urgency.REMEDIATION)) {
            use.of(console, node);
        }
    }

    private static long checksum(String text) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "printf %s \"$0\" | cksum | cut -d' ' -f1", text).start();
        return Long.parseLong(new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
    }

    private static void works(Console console, Node node) throws Exception {
        assertThat(console.run(node, new Wire.Lines("utils service list")))
                .hasSize(73)
                .startsWith("Requesting service status, please wait...", "System SSH [STARTED] ")
                .endsWith("Cisco Example Service 70[STARTED]  ", "Primary Node =true");
        String sql =
                "run sql select applicationuser.pkid, applicationuser.name from applicationuser inner join credential"
                        + " on applicationuser.pkid=credential.fkapplicationuser where credential.tkcredential=3"
                        + " and applicationuser.name='reader' order by applicationuser.name, applicationuser.pkid";
        assertThat(console.run(node, new Wire.Lines(sql))).containsExactly("command ", "======= ", checksum(sql) + " ");
        assertThat(console.run(node, new Wire.Lines("utils network connectivity 192.0.2.9").confirming()))
                .endsWith("......", "Network connectivity test completed successfully .");
        assertThat(console.run(node, new Wire.Lines("show silence"))).isEmpty();
    }

    static List<Arguments> terminals() {
        List<Arguments> all = Stream.of(20, 27, 40, 79, 80, 81, 132, 200, 1000, 2000)
                .flatMap(width -> Stream.of(arguments(width, "free"), arguments(width, "kept")))
                .toList();
        return Thorough.sample(all, 10);
    }

    @ParameterizedTest
    @MethodSource("terminals")
    void answersAreWholeAtAnyWidthWithPagingOrWithout(int width, String paging) throws Exception {
        start(width, paging, MODERN);
        with(account, false, OpenSshTest::works);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes no", "no yes"})
    void eitherMethodOfAuthenticationLetsUsIn(String methods) throws Exception {
        String[] each = methods.split(" ", 2);
        start(80, "free", List.of("PasswordAuthentication " + each[0], "KbdInteractiveAuthentication " + each[1]));
        with(account, false, OpenSshTest::works);
    }

    @Test
    void aWrongPasswordIsSentOnce() throws Exception {
        start(80, "free", List.of("LogLevel VERBOSE"));
        with(new Credential(account.username(), "wrong"), false, (console, node) -> {
            assertThat(failure(console, node)).isInstanceOf(TrustFailure.NotAuthenticated.class);
            assertThat(failure(console, node)).isInstanceOf(TrustFailure.NotAuthenticated.class);
        });
        stop();
        server.waitFor();
        assertThat(Files.readAllLines(folder.resolve("sshd.log")))
                .filteredOn(line -> line.startsWith("Failed "))
                .hasSize(1);
    }

    private static Object failure(Console console, Node node) {
        try {
            return console.run(node, new Wire.Lines("utils service list"));
        } catch (LinkException e) {
            return e.failure();
        }
    }

    @Test
    void aServerWithAnEd25519KeyOnlyIsReached() throws Exception {
        start(80, "free", List.of(NEWER_KEY));
        with(account, false, OpenSshTest::works);
    }

    static Stream<List<String>> oldAlgorithms() {
        return Stream.of(OLD, OLDEST, EXCHANGE);
    }

    @ParameterizedTest
    @MethodSource("oldAlgorithms")
    void anOldServerIsReachedOnlyWhereTheInventorySaysSo(List<String> algorithms) throws Exception {
        start(80, "free", algorithms);
        with(account, true, OpenSshTest::works);
        with(account, false, (console, node) -> assertThat(failure(console, node))
                .isInstanceOf(LinkFailure.Refused.class));
    }

    @Test
    void aLoginThatIsKilledIsLostInTime() throws Exception {
        start(80, "free", MODERN);
        with(account, false, (console, node) -> {
            works(console, node);
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(console.run(node, new Wire.Lines("show silence").within(Duration.ofSeconds(5))))
                    .isEmpty();
        });
    }
}
