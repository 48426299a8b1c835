package io.presencemedic.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server that a killed process left running on a data folder. Its file {@code postmaster.pid} names the
 * process in the first line and the port in the fourth.
 *
 * @param process the server's main process
 * @param port where it listens
 */
record OrphanedServer(ProcessHandle process, int port) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Stops the server that still runs on this home folder, if any, so that the folder can be opened again. */
    static void stop(Path home) throws IOException {
        Path pidFile = home.resolve("postgres/postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<OrphanedServer> orphan = read(Files.readAllLines(pidFile));
        if (orphan.isPresent()) {
            orphan.get()
                    .stop(DatabasePassword.kept(home)
                            .map(DatabasePassword::value)
                            .orElse(""));
        } else {
            // Left by a dead server. Its process id may since belong to somebody else, which would stop the new server.
            Files.deleteIfExists(pidFile);
        }
    }

    private static Optional<OrphanedServer> read(List<String> lines) {
        if (lines.size() < 4) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(3).strip());
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(OrphanedServer::isPostgres)
                .map(process -> new OrphanedServer(process, port));
    }

    private static boolean isPostgres(ProcessHandle process) {
        String program = process.info().command().orElse("");
        return process.isAlive() && (program.endsWith("postgres") || program.endsWith("postgres.exe"));
    }

    private void stop(String password) throws IOException {
        endSessions(password);
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new StartFailure(
                    "A database server of an earlier run (process id " + process.pid()
                            + ") does not stop. Stop it by hand and start again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while an earlier database server was stopped", e);
        }
    }

    /** A server that is asked politely waits for its clients; those of the dead process may linger. */
    private void endSessions(String password) {
        String end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
        try (Connection connection = DriverManager.getConnection(
                        EmbeddedDatabase.url(port, "postgres"), EmbeddedDatabase.SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            statement.execute(end);
        } catch (SQLException e) {
            // It may be starting or stopping already; the wait for its end decides.
            System.getLogger(OrphanedServer.class.getName()).log(System.Logger.Level.DEBUG, "Sessions not ended", e);
        }
    }
}
