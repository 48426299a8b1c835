package io.presencemedic.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.BesideTheService;
import io.presencemedic.PostgresPrograms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The way from the schema of the last release to today's, with rows in it and an old replica that goes on writing. */
@BesideTheService
class UpgradeTest {
    private static final String LAST_RELEASE = "50";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WITH_ROWS = "last_release";

    @TempDir
    static Path folder;

    private static EmbeddedDatabase server;
    private String url;

    @BeforeAll
    static void open() throws Exception {
        server = EmbeddedDatabase.open(
                PostgresPrograms.into(folder.resolve("home")), Map.of("fsync", "off", "synchronous_commit", "off"));
        server.create(WITH_ROWS);
        String url = server.jdbcUrl(WITH_ROWS);
        migrate(url, LAST_RELEASE, List.of());
        execute(url, rows(1));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void make(TestInfo test) throws Exception {
        String name = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        String password =
                Files.readString(folder.resolve("home/database-password")).strip();
        try (Connection superuser =
                        DriverManager.getConnection(server.jdbcUrl(), EmbeddedDatabase.SUPERUSER, password);
                Statement statement = superuser.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + WITH_ROWS);
        }
        server.create(name);
        url = server.jdbcUrl(name);
    }

    @Test
    void rowsOfTheLastReleaseAreKept() throws Exception {
        Map<String, Long> before = counts();
        migrate("latest", List.of());
        Map<String, Long> after = counts();
        assertThat(before.values()).doesNotContain(0L);
        assertThat(after).containsAllEntriesOf(before);
    }

    @Test
    void whatALineOfAnOlderPlanCollectsIsTaken() throws Exception {
        migrate("92", List.of());
        execute("""
                INSERT INTO job_event (job, seq, at, body) SELECT job, max(seq) + 1, now(), '{"type":"PLANNED","lines":[
                {"line":1,"step":"collect-findings","target":"imp"},{"line":2,"step":"collect-log-tomcat","target":"imp"},
                {"line":3,"step":"hold-off","target":"imp"}]}' FROM job_event GROUP BY job""");
        Map<Long, String> before = bodies();
        migrate("latest", List.of());
        Map<Long, String> after = bodies();
        long planned = after.keySet().stream().max(Long::compare).orElseThrow();
        assertThat(JSON.readTree(after.remove(planned))).isEqualTo(JSON.readTree("""
                {"type":"PLANNED","lines":[{"line":1,"step":"collect-findings","target":"imp"},
                {"line":2,"step":"collect-log-tomcat","target":"imp","collects":"log-tomcat"},
                {"line":3,"step":"hold-off","target":"imp","sleeps":true}]}"""));
        before.remove(planned);
        assertThat(after).isNotEmpty().isEqualTo(before);
    }

    @Test
    void aReplicaOfTheLastReleaseCanGoOnWriting() throws Exception {
        List<SchemaColumn> before = columns();
        migrate("latest", List.of());
        assertThat(SchemaColumn.obstacles(before, columns())).isEmpty();
        execute(rows(2));
        assertThat(counts()).containsEntry("job", 2L);
    }

    @Test
    void aReplicaThatIsOlderThanTheSchemaStartsBesideANewerOne() throws Exception {
        Path migrations = Files.createDirectories(folder.resolve("newer"));
        Files.writeString(migrations.resolve("V99998__newer.sql"), "CREATE TABLE newer (id integer PRIMARY KEY);");
        MigrationInfoService newer = migrate("latest", List.of("filesystem:" + migrations));
        MigrationInfoService older = migrate("latest", List.of());
        execute(rows(2));
        assertThat(counts()).containsEntry("job", 2L).containsEntry("newer", 0L);
        assertThat(SchemaVersion.notice(older))
                .hasValueSatisfying(line -> assertThat(line).contains("schema is 99998", "newer version"));
        assertThat(SchemaVersion.notice(newer)).isEmpty();
    }

    @Test
    void aMigrationThatTakesSomethingAwayIsFound() throws Exception {
        Path migrations = Files.createDirectories(folder.resolve("harmful"));
        Files.writeString(migrations.resolve("V99999__harmful.sql"), """
                ALTER TABLE job DROP COLUMN reason;
                ALTER TABLE node ALTER COLUMN host TYPE varchar(20), ALTER COLUMN host_key SET NOT NULL;
                ALTER TABLE bundle ADD COLUMN kept boolean NOT NULL DEFAULT true;
                ALTER TABLE bundle ALTER COLUMN kept DROP DEFAULT;
                """);
        List<SchemaColumn> before = columns();
        migrate("latest", List.of("filesystem:" + migrations));
        assertThat(SchemaColumn.obstacles(before, columns()))
                .anyMatch(line -> line.startsWith("job.reason "))
                .anyMatch(line -> line.startsWith("node.host "))
                .anyMatch(line -> line.startsWith("node.host_key "))
                .anyMatch(line -> line.equals("bundle.kept is new and required"));
    }

    private MigrationInfoService migrate(String target, List<String> more) {
        return migrate(url, target, more);
    }

    private static MigrationInfoService migrate(String url, String target, List<String> more) {
        Flyway flyway = Flyway.configure()
                .dataSource(url, server.owner().user(), server.owner().password())
                .locations(Stream.concat(Stream.of("classpath:db/migration"), more.stream())
                        .toArray(String[]::new))
                .target(MigrationVersion.fromVersion(target))
                .load();
        flyway.migrate();
        return flyway.info();
    }

    private static String rows(int set) throws IOException {
        try (var in = UpgradeTest.class.getResourceAsStream("/upgrade/rows-of-50.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{n}", String.valueOf(set));
        }
    }

    private void execute(String statements) throws SQLException {
        execute(url, statements);
    }

    private static void execute(String url, String statements) throws SQLException {
        DatabaseLogin service = server.service();
        try (Connection connection = DriverManager.getConnection(url, service.user(), service.password());
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private List<SchemaColumn> columns() throws SQLException {
        try (Connection connection = asOwner()) {
            return SchemaColumn.all(connection);
        }
    }

    private Map<Long, String> bodies() throws SQLException {
        Map<Long, String> bodies = new TreeMap<>();
        try (Connection connection = asOwner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT seq, body FROM job_event")) {
            while (rows.next()) {
                bodies.put(rows.getLong("seq"), rows.getString("body"));
            }
        }
        return bodies;
    }

    private Connection asOwner() throws SQLException {
        return DriverManager.getConnection(
                url, server.owner().user(), server.owner().password());
    }

    /** How many rows each table has that the last release knew. */
    private Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = asOwner();
                Statement statement = connection.createStatement()) {
            List<String> tables = SchemaColumn.all(connection).stream()
                    .map(SchemaColumn::table)
                    .distinct()
                    .filter(table -> !List.of("audit_anchor", "audit_archive").contains(table))
                    .toList();
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    row.next();
                    counts.put(table, row.getLong(1));
                }
            }
        }
        return counts;
    }
}
