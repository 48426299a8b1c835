package io.presencemedic.killmatrix;

import io.presencemedic.ShortLivedJvm;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service in a process of its own, which can be struck. */
final class Replica implements AutoCloseable {
    private static final String WORKER = "-%d-";

    private final int port;
    private final Process process;
    private final SteppedClock clock;
    private volatile boolean struck;

    private Replica(int port, Process process, SteppedClock clock) {
        this.port = port;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Starts one.
     *
     * @param settings by the names of the configuration keys
     */
    static Replica start(Path home, Map<String, String> settings) throws IOException {
        int port = freePort();
        List<String> options = new ArrayList<>();
        options.add("-Xmx256m");
        settings.forEach((key, value) -> options.add("-D" + key + "=" + value));
        options.addAll(List.of("-Dmedic.home=" + home, "-Dquarkus.http.port=" + port));
        Files.createDirectories(home);
        SteppedClock clock = new SteppedClock(home);
        ProcessBuilder builder = new ProcessBuilder(ShortLivedJvm.command(options))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("service.log").toFile()));
        builder.environment().putAll(clock.environment());
        return new Replica(port, builder.start(), clock);
    }

    /** Its clock is off by so much from now on. */
    void stepClock(Duration by) throws IOException {
        clock.step(by);
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean isStruck() {
        return struck;
    }

    /** Whether requests may be sent to it. */
    boolean isUsable() {
        return !struck && process.isAlive();
    }

    /** Whether a worker of this name is this process. */
    boolean isCalled(String worker) {
        return worker.contains(WORKER.formatted(process.pid()));
    }

    void kill() {
        struck = true;
        process.destroyForcibly();
    }

    void terminate() {
        struck = true;
        process.destroy();
    }

    /** Stands still. */
    void stop() throws IOException, InterruptedException {
        struck = true;
        signal("STOP");
    }

    /** Goes on. */
    void goOn() throws IOException, InterruptedException {
        signal("CONT");
        struck = false;
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IOException("no signal " + name + " for process " + process.pid());
        }
    }

    void awaitEnd(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
