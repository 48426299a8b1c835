package io.presencemedic.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/**
 * A PostgreSQL server of this process with its data in {@code postgres} under the home folder. It listens on the
 * loopback address only, has no socket in the file system, and lets nobody in without a password.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** The server's superuser; the service itself never is this one. */
    static final String SUPERUSER = "postgres";

    private static final String NAME = "medic";
    private static final String PROGRAMS = "postgres-server";
    private static final String ADDRESS = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HomeLock lock;
    private final EmbeddedPostgres server;
    private final DatabasePassword password;
    private final DatabaseRoles roles;

    private EmbeddedDatabase(HomeLock lock, EmbeddedPostgres server, DatabasePassword password) throws SQLException {
        this.lock = lock;
        this.server = server;
        this.password = password;
        try (Connection superuser = superuser(SUPERUSER)) {
            this.roles = DatabaseRoles.prepare(superuser);
        }
    }

    /**
     * Starts the server, first stopping one that a killed process left running on the same data.
     *
     * @param home folder that keeps the data; made where it is missing
     * @throws StartFailure where another process uses the folder, or the server does not start
     */
    public static EmbeddedDatabase open(Path home) {
        return open(home, Map.of());
    }

    /**
     * The same with other settings of the server than its own, such as {@code fsync=off} for data that nobody will
     * miss.
     *
     * @param home folder that keeps the data; made where it is missing
     * @param settings names of PostgreSQL's configuration with their values
     * @throws StartFailure where another process uses the folder, or the server does not start
     */
    public static EmbeddedDatabase open(Path home, Map<String, String> settings) {
        Path folder = home.toAbsolutePath().normalize();
        HomeLock lock = HomeLock.take(folder);
        try {
            OrphanedServer.stop(folder);
            return open(lock, folder, settings);
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

    private static EmbeddedDatabase open(HomeLock lock, Path folder, Map<String, String> settings)
            throws IOException, SQLException {
        DatabasePassword password = password(folder);
        EmbeddedPostgres server = start(folder, password, settings);
        // Starting makes it writable by everybody again.
        PrivateFolder.close(folder.resolve(PROGRAMS));
        try {
            EmbeddedDatabase database = new EmbeddedDatabase(lock, server, password);
            database.create(NAME);
            return database;
        } catch (SQLException | IllegalStateException e) {
            server.close();
            throw e;
        }
    }

    private static DatabasePassword password(Path home) throws IOException, SQLException {
        var kept = DatabasePassword.kept(home);
        if (kept.isPresent()) {
            return kept.get();
        }
        DatabasePassword made = DatabasePassword.random();
        if (Files.exists(home.resolve("postgres/PG_VERSION"))) {
            givePassword(home, made);
        }
        made.keep(home);
        return made;
    }

    /** For data of an earlier version, whose superuser had no password. */
    private static void givePassword(Path home, DatabasePassword made) throws IOException, SQLException {
        try (EmbeddedPostgres server = builder(home)
                        .setDataDirectoryCustomizer(data -> prepare(home, data, HostRules.ONCE_WITHOUT_PASSWORD))
                        .start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + SUPERUSER + " PASSWORD '" + made.value() + "'");
        }
    }

    private static EmbeddedPostgres start(Path home, DatabasePassword password, Map<String, String> settings)
            throws IOException {
        EmbeddedPostgres.Builder builder = builder(home);
        settings.forEach(builder::setServerConfig);
        return builder
                // Handed on to initdb as they are.
                .setLocaleConfig("pwfile", DatabasePassword.file(home).toString())
                .setConnectConfig("password", password.value())
                .setDataDirectoryCustomizer(data -> prepare(home, data, HostRules.WITH_PASSWORD))
                .start();
    }

    /** Called by the library between the making of the data and the start of the server. */
    private static void prepare(Path home, File data, HostRules rules) {
        rules.write(data.toPath());
        ServerPrograms.shield(home.resolve(PROGRAMS));
    }

    private static EmbeddedPostgres.Builder builder(Path home) throws IOException {
        Path programs = home.resolve(PROGRAMS);
        PrivateFolder.make(programs);
        PrivateFolder.close(programs);
        return EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("postgres"))
                .setOverrideWorkingDirectory(programs.toFile())
                .setPgBinaryResolver(new Programs())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("listen_addresses", ADDRESS)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(PATIENCE);
    }

    /**
     * Makes a database of that name where there is none; its owner and the service's account may use it.
     *
     * @param name lower-case letters, digits and underscores
     */
    public void create(String name) throws SQLException {
        try (Connection superuser = superuser(SUPERUSER)) {
            DatabaseRoles.create(superuser, name);
        }
        try (Connection superuser = superuser(name)) {
            DatabaseRoles.divide(superuser);
        }
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(server.getPort(), database), SUPERUSER, password.value());
    }

    /** The JDBC URL of the service's database. */
    public String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    /** The JDBC URL of a database of this server. */
    public String jdbcUrl(String name) {
        return url(server.getPort(), name);
    }

    /** The account that the running service uses: it reads and writes rows and owns nothing. */
    public DatabaseLogin service() {
        return roles.service();
    }

    /** The account that owns the databases and migrates them. */
    public DatabaseLogin owner() {
        return roles.owner();
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://" + ADDRESS + ":" + port + "/" + database;
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

    /** Each home has programs of its own: the library remembers by this object alone where it has unpacked them. */
    private static final class Programs implements PgBinaryResolver {
        @Override
        public InputStream getPgBinary(String system, String machine) throws IOException {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        }
    }
}
