package io.presencemedic.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A PostgreSQL server of this process with its data in {@code postgres} under the home folder. It listens on the
 * loopback address only.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** The database account that owns everything; it needs no password from this machine. */
    public static final String USER = "postgres";

    private static final String NAME = "medic";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HomeLock lock;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(HomeLock lock, EmbeddedPostgres server) {
        this.lock = lock;
        this.server = server;
    }

    /**
     * Starts the server, first stopping one that a killed process left running on the same data.
     *
     * @param home folder that keeps the data; made where it is missing
     * @throws StartFailure where another process uses the folder, or the server does not start
     */
    public static EmbeddedDatabase open(Path home) {
        Path folder = home.toAbsolutePath().normalize();
        HomeLock lock = HomeLock.take(folder);
        try {
            OrphanedServer.stop(folder.resolve("postgres"));
            EmbeddedDatabase database = new EmbeddedDatabase(lock, start(folder));
            database.create(NAME);
            return database;
        } catch (IOException | SQLException | IllegalStateException e) {
            lock.close();
            throw new StartFailure(
                    "The embedded PostgreSQL in " + folder + " does not start (" + e
                            + "). Check the folder's rights and free space, or configure an external PostgreSQL.",
                    e);
        } catch (StartFailure e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(Path home) throws IOException {
        Path programs = home.resolve("postgres-server");
        PrivateFolder.make(programs);
        EmbeddedPostgres server = builder(home.resolve("postgres"), programs).start();
        PrivateFolder.close(programs);
        return server;
    }

    private static EmbeddedPostgres.Builder builder(Path data, Path programs) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(programs.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(PATIENCE);
    }

    /** Makes a database of that name where there is none. */
    void create(String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE \"" + name + "\"");
            }
        }
    }

    /** The JDBC URL of the service's database. */
    public String jdbcUrl() {
        return url(server.getPort(), NAME);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** Stops the server and frees the home folder; the data stay. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }
}
