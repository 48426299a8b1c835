package io.presencemedic.audit;

import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.sun.net.httpserver.HttpServer;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class AuditLogTest {
    @Inject
    DataSource database;

    @Inject
    Config config;

    @Inject
    Refusals refusals;

    @Inject
    AuditTasks tasks;

    private static Response makeKey(String name) {
        return asAdmin()
                .header("X-Request-Id", "audit-" + name)
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\",\"role\":\"VIEWER\"}")
                .post("/api/v1/keys");
    }

    private static String fresh() {
        return "k-" + UUID.randomUUID();
    }

    private void asService(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                var update = connection.createStatement()) {
            update.execute(statement);
        }
    }

    private void asOwner(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.flyway.jdbc-url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                var update = connection.createStatement()) {
            for (String statement : statements) {
                update.execute(statement);
            }
        }
    }

    private static Response verification(String query) {
        return asAdmin().get("/api/v1/audit/verification" + query);
    }

    private static Response newest(String query) {
        return asAdmin().get("/api/v1/audit?limit=1" + query);
    }

    @Test
    void whoDidWhatFromWhereAndWhatCameOfIt() {
        String name = fresh();
        Response made = makeKey(name);
        asAdmin()
                .get("/api/v1/audit?verb=key.create&limit=200")
                .then()
                .statusCode(200)
                .body("items.find { it.after.name == '" + name + "' }.subject", equalTo("bootstrap"))
                .body("items.find { it.after.name == '" + name + "' }.requestId", equalTo("audit-" + name))
                .body("items.find { it.after.name == '" + name + "' }.address", equalTo("127.0.0.1"))
                .body(
                        "items.find { it.after.name == '" + name + "' }.target",
                        equalTo(made.header("Location").replaceFirst("^https?://[^/]+", "")))
                .body("items.find { it.after.name == '" + name + "' }.outcome", equalTo("DONE"));
        asAdmin().delete(made.header("Location")).then().statusCode(204);
        newest("&verb=key.delete").then().body("items[0].before.name", equalTo(name));
    }

    @Test
    void theLogIsFilteredAndGivenPageByPage() {
        makeKey(fresh());
        makeKey(fresh());
        Response first = newest("&verb=key.create&subject=bootstrap");
        first.then().body("items", hasSize(1)).body("nextCursor", notNullValue());
        newest("&verb=key.create&cursor=" + first.path("nextCursor"))
                .then()
                .body("items[0].seq", lessThan(first.<Integer>path("items[0].seq")));
        newest("&cluster=nowhere").then().body("items", empty());
        newest("&to=2020-01-01T00:00:00Z").then().body("items", empty());
        newest("&job=" + UUID.randomUUID()).then().body("items", empty());
    }

    @Test
    void theLogIsExportedLineByLine() {
        makeKey(fresh());
        String lines = asAdmin().get("/api/v1/audit/export").asString();
        assertThat(lines.lines()).hasSizeGreaterThan(1).allMatch(line -> line.startsWith("{\"seq\":"));
    }

    @Test
    void whatIsRefusedWithItsTransactionIsNotRecorded() {
        String name = fresh();
        makeKey(name).then().statusCode(201);
        makeKey(name).then().statusCode(409);
        assertThat(asAdmin()
                        .get("/api/v1/audit?verb=key.create&limit=200")
                        .<Integer>path("items.findAll { it.after.name == '" + name + "' }.size()"))
                .isEqualTo(1);
    }

    @Test
    void refusedLoginsAndPermissionsAreRecorded() {
        as("no-such-key-" + UUID.randomUUID()).get("/api/v1/clusters").then().statusCode(401);
        Response made = makeKey(fresh());
        as(made.<String>path("key")).get("/api/v1/keys").then().statusCode(403);
        refusals.write();
        newest("&verb=login.refuse")
                .then()
                .body("items[0].subjectKind", equalTo("UNKNOWN"))
                .body("items[0].code", equalTo("UNKNOWN"))
                .body("items[0].target", equalTo("GET /api/v1/clusters"));
        newest("&verb=permission.refuse")
                .then()
                .body("items[0].subject", equalTo(made.path("name")))
                .body("items[0].outcome", equalTo("REFUSED"))
                .body("items[0].code", equalTo("FORBIDDEN"));
    }

    @Test
    void anAttackIsRecordedInSamplesAndCountedInFull() {
        refusals.write();
        int attempts = 150;
        for (int i = 0; i < attempts; i++) {
            refusals.note(Actor.unknown("192.0.2.66", null), "login.refuse", "TEST", null);
        }
        refusals.write();
        Response found = asAdmin().get("/api/v1/audit?verb=login.refuse&limit=200");
        int total = found.<List<Integer>>path("items.findAll { it.code == 'TEST' }.times").stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(total).isEqualTo(attempts);
        assertThat(found.<Integer>path("items.findAll { it.code == 'TEST' }.size()"))
                .isEqualTo(21);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET person = 'nobody'",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry",
                "UPDATE audit_head SET seq = 0",
                "DELETE FROM audit_anchor",
                "INSERT INTO audit_archive SELECT seq, hash, hash, 'mine', at FROM audit_entry ORDER BY seq DESC LIMIT 1",
                "SELECT audit_remove_archived()",
                "UPDATE audit_archive_rule SET least_age = '0'",
                "INSERT INTO audit_head (one, seq, hash) VALUES (true, 0, '')"
            })
    void theServicesAccountCannotChangeWhatIsRecorded(String statement) {
        makeKey(fresh());
        assertThatThrownBy(() -> asService(statement)).isInstanceOf(SQLException.class);
        verification("").then().body("intact", equalTo(true));
    }

    @Test
    void theServicesAccountCannotHaveRemovedWhatIsNotAsRecordedOrTooYoungForTheOwner() throws SQLException {
        makeKey(fresh());
        int before = newest("").path("items[0].seq");
        asService("SELECT audit_archive_range(max(seq), repeat('0', 64), '', '', now()) FROM audit_entry");
        asOwner("UPDATE audit_archive_rule SET least_age = '1 day'");
        try {
            asService(
                    "SELECT audit_archive_range(seq, hash, '', '', now()) FROM audit_entry ORDER BY seq DESC LIMIT 1");
            String hash = asAdmin().get("/api/v1/audit?limit=200").path("items.find { it.seq == " + before + " }.hash");
            assertThat(hash).as("the entry is still there").isNotNull();
            asAdmin()
                    .contentType(ContentType.JSON)
                    .body("{\"hash\":\"" + hash + "\"}")
                    .put("/api/v1/audit/archives/" + before)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("AUDIT_KEPT_BY_DATABASE"));
        } finally {
            asOwner("UPDATE audit_archive_rule SET least_age = '0'");
        }
    }

    @Test
    void anAnchorThatWasMadeUpIsNotKept() throws SQLException {
        makeKey(fresh());
        asService("INSERT INTO audit_anchor SELECT seq, repeat('f', 64), now() FROM audit_head ON CONFLICT DO NOTHING");
        verification("").then().body("intact", equalTo(true));
    }

    @Test
    void anAnchorIsToldOnceForEachHead() {
        makeKey(fresh());
        tasks.anchor();
        Response verified = verification("");
        verified.then().statusCode(200).body("intact", equalTo(true)).body("flaw", nullValue());
        verified.then().body("ranges.anchored", hasItem(true));
    }

    @Test
    void anAnchorIsToldToWebhooksThatAskForIt() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        receiver.createContext("/", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        String webhook = asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        fresh(),
                        "url",
                        "http://127.0.0.1:" + receiver.getAddress().getPort(),
                        "format",
                        "STANDARD",
                        "events",
                        List.of("AUDIT_ANCHORED"),
                        "clusters",
                        List.of("elsewhere")))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        try {
            Response head = newest("");
            tasks.anchor();
            JsonPath message = JsonPath.from(told.poll(30, TimeUnit.SECONDS));
            assertThat(message.getString("type")).isEqualTo("audit.anchored");
            int seq = message.getInt("data.anchor.seq");
            assertThat(seq).isGreaterThanOrEqualTo(head.<Integer>path("items[0].seq"));
            asAdmin()
                    .get("/api/v1/audit?limit=200")
                    .then()
                    .body("items.find { it.seq == " + seq + " }.hash", equalTo(message.getString("data.anchor.hash")));
        } finally {
            asAdmin().delete(webhook).then().statusCode(204);
            receiver.stop(0);
        }
    }

    @Test
    void whatTheOwnerOfTheDatabaseDoesIsFound() throws SQLException {
        makeKey(fresh());
        makeKey(fresh());
        int last = newest("").path("items[0].seq");
        String kept = last + ":" + newest("").path("items[0].hash");
        verification("?anchor=" + kept).then().body("intact", equalTo(true));

        String off = "ALTER TABLE audit_entry DISABLE TRIGGER USER";
        String on = "ALTER TABLE audit_entry ENABLE TRIGGER USER";
        asOwner("CREATE TABLE kept_entry AS SELECT * FROM audit_entry WHERE seq = " + (last - 1));
        asOwner(off, "UPDATE audit_entry SET person = 'nobody' WHERE seq = " + (last - 1), on);
        verification("")
                .then()
                .body("intact", equalTo(false))
                .body("flaw.seq", equalTo(last - 1))
                .body("flaw.kind", equalTo("EDITED"));
        asOwner(off, "DELETE FROM audit_entry WHERE seq = " + (last - 1), on);
        verification("").then().body("flaw.seq", equalTo(last - 1)).body("flaw.kind", equalTo("MISSING"));
        asOwner(off, "INSERT INTO audit_entry SELECT * FROM kept_entry", on, "DROP TABLE kept_entry");
        verification("?anchor=" + kept).then().body("intact", equalTo(true));

        String forged = last + ":" + "0".repeat(64);
        verification("?anchor=" + forged)
                .then()
                .body("flaw.seq", equalTo(last))
                .body("flaw.kind", equalTo("NOT_AS_ANCHORED"));
        String beyond = (last + 1_000) + ":" + "0".repeat(64);
        verification("?anchor=" + beyond).then().body("flaw.kind", equalTo("MISSING"));
    }

    @Test
    void anAnchorThatIsNoneIsRefused() {
        verification("?anchor=nonsense").then().statusCode(400).body("errors.field", hasItems("anchor"));
    }
}
