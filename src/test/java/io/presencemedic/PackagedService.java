package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The packaged jar in a process and a folder of its own, as a user starts it. */
public final class PackagedService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path home;
    private final int port;
    private final Map<String, String> environment;
    private final List<String> options;
    private Process process;

    /** Starts it. */
    public PackagedService(Path home, Map<String, String> environment) throws IOException {
        this(home, environment, List.of());
    }

    /** Starts it with further options of the JVM. */
    PackagedService(Path home, Map<String, String> environment, List<String> options) throws IOException {
        this.home = PostgresPrograms.into(home);
        this.port = freePort();
        this.environment = environment;
        this.options = options;
        start();
    }

    void start() throws IOException {
        process = launch();
    }

    /** Another process of the same jar with the same settings. */
    Process launch() throws IOException {
        Files.createDirectories(home);
        ProcessBuilder builder = builder(home, port, environment, options);
        return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("service.log").toFile()))
                .start();
    }

    /** Starts the service, which ends with status 1, and gives the one line that it says. */
    static String refusal(Path home, Map<String, String> environment) throws IOException, InterruptedException {
        Path output = Files.createTempFile("medic-refusal", ".log");
        Process process = builder(home, 0, environment, List.of())
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output).strip();
        assertThat(process.exitValue()).as(said).isEqualTo(1);
        assertThat(said.lines()).as(said).hasSize(1);
        return said;
    }

    private static ProcessBuilder builder(Path home, int port, Map<String, String> environment, List<String> options) {
        ProcessBuilder builder = new ProcessBuilder(ShortLivedJvm.command(options));
        builder.environment().put("MEDIC_HOME", home.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    boolean isReady() {
        try {
            return get("/q/health/ready").startsWith("HTTP/1.1 200 ");
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until it is ready. */
    public void awaitReady() {
        await("the service is ready", () -> {
            assertThat(process.isAlive())
                    .as(() -> "it lives; the log:\n" + log())
                    .isTrue();
            return isReady();
        });
    }

    /** Waits for a condition of the other process, which no clock of ours can move. */
    public void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(() -> what + "; the log:\n" + log()).isBefore(end);
            pause();
        }
    }

    RequestSpecification asAdmin() throws IOException {
        return RestAssured.given().port(port).header("X-API-Key", adminKey());
    }

    /** The first admin key, which the service has written down. */
    String adminKey() throws IOException {
        return Files.readString(home.resolve("admin-key")).strip();
    }

    int port() {
        return port;
    }

    /** Where it listens. */
    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** A request without a key. */
    public RequestSpecification anonymous() {
        return RestAssured.given().port(port);
    }

    /** The answer to a request whose address need not be one that a client library would send. */
    String get(String address) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            String request = "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    String log() {
        try {
            return Files.readString(home.resolve("service.log"));
        } catch (IOException e) {
            return "";
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
