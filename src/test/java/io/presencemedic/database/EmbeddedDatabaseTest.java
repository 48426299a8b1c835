package io.presencemedic.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.BesideTheService;
import io.presencemedic.PostgresPrograms;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideTheService
class EmbeddedDatabaseTest {
    @TempDir
    static Path home;

    private static EmbeddedDatabase database;

    @BeforeAll
    static void open() throws IOException {
        database = EmbeddedDatabase.open(PostgresPrograms.into(home));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Connection as(DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), login.user(), login.password());
    }

    private static DatabaseLogin superuser() throws IOException {
        return new DatabaseLogin(
                "postgres", Files.readString(home.resolve("database-password")).strip());
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (connection;
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(DatabaseLogin login, String command) throws SQLException {
        try (Connection connection = as(login);
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "medic", "medic_owner"})
    void nobodyGetsInWithoutThePassword(String user) {
        for (String password : new String[] {"", "postgres", user}) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), user, password))
                    .isInstanceOf(SQLException.class)
                    .extracting(refused -> ((SQLException) refused).getSQLState())
                    .isIn("28P01", "08004");
        }
    }

    @Test
    void itListensOnTheLoopbackAddressAndNowhereElse() throws Exception {
        assertThat(ask(as(superuser()), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(as(superuser()), "SHOW unix_socket_directories")).isEmpty();
    }

    @Test
    void thePasswordIsForTheOwnerOfTheAccount() throws Exception {
        Path file = home.resolve("database-password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(ask(as(superuser()), "SELECT current_user")).isEqualTo("postgres");
    }

    @Test
    void theServiceIsNoSuperuserAndOwnsNothing() throws SQLException {
        assertThat(ask(
                        as(database.service()),
                        "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls"
                                + " FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
        assertThatThrownBy(() -> run(database.service(), "CREATE TABLE t (id int)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run(database.service(), "COPY (SELECT 1) TO PROGRAM 'true'"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void theServiceUsesWhatTheOwnerMakes() throws SQLException {
        run(database.owner(), "CREATE TABLE made (id bigint GENERATED ALWAYS AS IDENTITY, name text)");
        run(database.service(), "INSERT INTO made (name) VALUES ('a')");
        run(database.service(), "UPDATE made SET name = 'b'");
        assertThat(ask(as(database.service()), "SELECT name FROM made")).isEqualTo("b");
        run(database.service(), "DELETE FROM made");
        assertThatThrownBy(() -> run(database.service(), "DROP TABLE made")).hasMessageContaining("must be owner");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theServerDoesNotInheritTheEnvironmentOfTheService() throws Exception {
        Set<String> needed = Set.of(
                "PATH",
                "HOME",
                "TZ",
                "LANG",
                "LC_ALL",
                "LD_LIBRARY_PATH",
                "PWD",
                "OLDPWD",
                "PGDATA",
                "PGSYSCONFDIR",
                "PGLOCALEDIR",
                "PG_GRANDPARENT_PID");
        assertThat(System.getenv().keySet()).as("what could be inherited").anyMatch(name -> !needed.contains(name));
        String process = Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip();
        assertThat(Files.readString(Path.of("/proc", process, "environ")).split("\0"))
                .extracting(variable -> variable.split("=", 2)[0])
                .contains("PATH")
                .isSubsetOf(needed);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nothingOfItIsHandedOnWhereThereIsAShellAlone(@TempDir Path folder) throws Exception {
        Path program = Files.writeString(folder.resolve("pg_ctl-program"), "#!/bin/sh\nexport -p\n");
        Path script = Files.writeString(folder.resolve("pg_ctl"), ServerPrograms.script(Set.of("MEDIC_KEY", "a.b")));
        for (Path each : List.of(program, script)) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwx------"));
        }
        ProcessBuilder starter = new ProcessBuilder(script.toString());
        starter.environment().put("MEDIC_KEY", "planted");
        starter.environment().put("a.b", "planted");
        starter.environment().put("PATH", folder.toString());
        starter.environment().put("LANG", "C");
        String said = new String(starter.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).contains("LANG").doesNotContain("planted", "MEDIC_KEY");
    }

    @Test
    void whatIsUnpackedOnceIsThereAtTheNextStart(@TempDir Path own) throws Exception {
        EmbeddedDatabase.open(PostgresPrograms.into(own), Map.of("fsync", "off"))
                .close();
        FileTime written = written(own);
        EmbeddedDatabase.open(own, Map.of("fsync", "off")).close();
        assertThat(written(own)).isEqualTo(written);
    }

    /** When the server's program was last written, which no copying of attributes hides. */
    private static FileTime written(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home.resolve("postgres-server"))) {
            Path server = all.filter(each -> each.endsWith("bin/postgres"))
                    .findFirst()
                    .orElseThrow();
            return (FileTime) Files.getAttribute(server, "unix:ctime");
        }
    }

    @Test
    void noTextFormTellsAPassword() {
        assertThat(database.service().toString())
                .doesNotContain(database.service().password());
        assertThat(new DatabasePassword("geheim").toString()).doesNotContain("geheim");
    }

    @Test
    void aHomeOfAnEarlierVersionGetsAPasswordAndKeepsItsData(@TempDir Path old) throws Exception {
        try (EmbeddedPostgres open = EmbeddedPostgres.builder()
                        .setDataDirectory(old.resolve("postgres"))
                        .setOverrideWorkingDirectory(PostgresPrograms.into(old)
                                .resolve("postgres-server")
                                .toFile())
                        .setCleanDataDirectory(false)
                        .start();
                Connection superuser = open.getPostgresDatabase().getConnection();
                var statement = superuser.createStatement()) {
            statement.execute("CREATE DATABASE medic");
            try (Connection medic = DriverManager.getConnection(open.getJdbcUrl("postgres", "medic"), "postgres", "");
                    var inside = medic.createStatement()) {
                inside.execute("CREATE TABLE kept AS SELECT 7 AS id");
            }
        }
        try (EmbeddedDatabase closed = EmbeddedDatabase.open(old)) {
            assertThatThrownBy(() -> DriverManager.getConnection(closed.jdbcUrl(), "postgres", ""))
                    .isInstanceOf(SQLException.class);
            DatabaseLogin service = closed.service();
            assertThat(ask(
                            DriverManager.getConnection(closed.jdbcUrl(), service.user(), service.password()),
                            "SELECT id FROM kept"))
                    .isEqualTo("7");
        }
    }
}
