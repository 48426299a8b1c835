package io.presencemedic.access;

import static io.presencemedic.Eventually.eventually;
import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.presencemedic.ServiceUnderTest;
import io.presencemedic.database.Blocking;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class KeyLivesTest {
    @Inject
    DataSource database;

    @Inject
    KeyRing ring;

    private static Response make(String name, String more) {
        return make(ServiceUnderTest.ADMIN_KEY, name, more);
    }

    private static Response make(String maker, String name, String more) {
        return as(maker)
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\"," + more + "}")
                .post("/api/v1/keys");
    }

    private static String fresh() {
        return "k-" + UUID.randomUUID();
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.createStatement()) {
            update.execute(statement);
        }
        Blocking.await(ring.refresh());
    }

    @Test
    void aKeySaysWhoAnswersForItAndWhatItIsFor() {
        make(fresh(), "\"role\":\"VIEWER\",\"owner\":\"jo.smith\",\"purpose\":\"night shift\"")
                .then()
                .statusCode(201)
                .body("owner", equalTo("jo.smith"))
                .body("purpose", equalTo("night shift"));
        make(fresh(), "\"role\":\"VIEWER\"").then().statusCode(201).body("owner", equalTo("bootstrap"));
    }

    @Test
    void aTypingErrorIsTold() {
        String key = make(fresh(), "\"role\":\"VIEWER\"").path("key");
        String wrong = key.substring(0, 10) + (key.charAt(10) == 'x' ? 'y' : 'x') + key.substring(11);
        as(wrong).get("/api/v1/clusters").then().statusCode(401).body("detail", containsString("typing error"));
    }

    @Test
    void aKeyThatHasEndedOpensNothing() throws SQLException {
        Response made = make(
                fresh(), "\"role\":\"VIEWER\",\"expiresAt\":\"" + Instant.now().plusSeconds(3600) + "\"");
        String key = made.then().statusCode(201).extract().path("key");
        as(key).get("/api/v1/clusters").then().statusCode(200);
        sql("UPDATE api_key SET expires_at = now() - interval '1 second' WHERE id = '" + made.path("id") + "'");
        as(key).get("/api/v1/clusters").then().statusCode(401);
        make(fresh(), "\"role\":\"VIEWER\",\"expiresAt\":\"2020-01-01T00:00:00Z\"")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("expiresAt"));
    }

    @Test
    void aKeyOpensFromItsNetworksAlone() {
        String elsewhere = make(fresh(), "\"role\":\"VIEWER\",\"addresses\":[\"192.0.2.0/24\"]")
                .path("key");
        as(elsewhere).get("/api/v1/clusters").then().statusCode(401);
        String here = make(fresh(), "\"role\":\"VIEWER\",\"addresses\":[\"192.0.2.0/24\",\"127.0.0.0/8\"]")
                .path("key");
        as(here).get("/api/v1/clusters").then().statusCode(200);
        make(fresh(), "\"role\":\"VIEWER\",\"addresses\":[\"somewhere\"]")
                .then()
                .statusCode(400);
    }

    @Test
    void aRotatedKeyOpensBesideItsSuccessorForAWhile() throws SQLException {
        Response made = make(fresh(), "\"role\":\"VIEWER\"");
        String old = made.path("key");
        Response rotated = asAdmin()
                .contentType("application/json")
                .body("{\"overlap\":\"PT1H\"}")
                .post(made.header("Location") + "/rotation");
        String fresh = rotated.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("id", equalTo(made.path("id")))
                .body("rotatedUntil", notNullValue())
                .extract()
                .path("key");
        as(old).get("/api/v1/clusters").then().statusCode(200);
        as(fresh).get("/api/v1/clusters").then().statusCode(200);
        sql("UPDATE api_key SET rotated_until = now() - interval '1 second' WHERE id = '" + made.path("id") + "'");
        as(old).get("/api/v1/clusters").then().statusCode(401);
        as(fresh).get("/api/v1/clusters").then().statusCode(200);
    }

    @Test
    void whoRotatedAKeyIsBehindIt() {
        String admin = "jo-" + UUID.randomUUID();
        Response rotator = make(admin, "\"role\":\"ADMIN\",\"owner\":\"" + admin + "\"");
        Response approver = make(fresh(), "\"role\":\"APPROVER\",\"owner\":\"duty\"");
        String rotated = as(rotator.<String>path("key"))
                .contentType("application/json")
                .body("{}")
                .post(approver.header("Location") + "/rotation")
                .path("key");
        HeldKey held = Blocking.await(ring.find(new Secret(rotated), null)).key();
        assertThat(FourEyes.isOwn(Subject.of(held), "another key", admin))
                .as("a job that who rotated it asked for")
                .isTrue();
        assertThat(FourEyes.isOwn(Subject.of(held), rotator.path("id"), "any")).isTrue();
        assertThat(FourEyes.isOwn(Subject.of(held), "another key", "somebody else"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"role\":\"VIEWER\",\"grants\":[{\"verbs\":[\"READ\"]}]", "\"purpose\":\"none\""})
    void aKeyHasARoleOrGrants(String both) {
        make(fresh(), both).then().statusCode(400).body("errors.field", hasItem("grants"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"verbs\":[]}]",
                "[{\"verbs\":[\"FLY\"]}]",
                "[{\"verbs\":[\"READ\"],\"clusters\":[\"(a+)+\"]}]",
                "[{\"verbs\":[\"READ\"],\"runbooks\":[]}]"
            })
    void aGrantThatMakesNoSenseIsRefused(String grants) {
        make(fresh(), "\"grants\":" + grants).then().statusCode(400);
    }

    @Test
    void nobodyMakesAKeyThatMayDoMoreThanHeMay() {
        String lead = make(
                        fresh(),
                        "\"grants\":[{\"verbs\":[\"ADMINISTER\"]},{\"verbs\":[\"EXECUTE\"],\"clusters\":[\"emea-*\"]}]")
                .path("key");
        make(lead, fresh(), "\"role\":\"OPERATOR\"").then().statusCode(403).body("code", equalTo("GRANTS_EXCEEDED"));
        make(lead, fresh(), "\"grants\":[{\"verbs\":[\"EXECUTE\"],\"clusters\":[\"emea-lab\"]}]")
                .then()
                .statusCode(201);
        String admin = asAdmin().get("/api/v1/keys?limit=200").path("items.find { it.name == 'bootstrap' }.id");
        as(lead).contentType("application/json")
                .body("{}")
                .post("/api/v1/keys/" + admin + "/rotation")
                .then()
                .statusCode(403)
                .body("code", equalTo("GRANTS_EXCEEDED"));
    }

    @Test
    void aRemovedKeyOpensNothingAtOnceOnEveryReplica() throws SQLException {
        Response made = make(fresh(), "\"role\":\"VIEWER\"");
        String key = made.path("key");
        as(key).get("/api/v1/clusters").then().statusCode(200);
        // As another replica does it: this one hears of it from the database alone.
        try (var connection = database.getConnection();
                var update = connection.createStatement()) {
            update.execute("DELETE FROM api_key WHERE id = '" + made.path("id") + "'");
        }
        eventually().until(() -> as(key).get("/api/v1/clusters").statusCode() == 401);
    }

    @Test
    void aNameThatIsGivenAgainInheritsNoAnswers() {
        String name = fresh();
        Response first = make(name, "\"role\":\"ADMIN\"");
        String body = "{\"name\":\"" + fresh() + "\",\"role\":\"VIEWER\"}";
        String idempotencyKey = UUID.randomUUID().toString();
        String firstMade = as(first.path("key"))
                .contentType("application/json")
                .header("Idempotency-Key", idempotencyKey)
                .body(body)
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        asAdmin().delete(first.header("Location")).then().statusCode(204);
        Response second = make(name, "\"role\":\"ADMIN\"");
        as(second.path("key"))
                .contentType("application/json")
                .header("Idempotency-Key", idempotencyKey)
                .body(body)
                .post("/api/v1/keys")
                .then()
                .statusCode(409);
        assertThat(firstMade).isNotNull();
    }

    @Test
    void aRepeatedRequestIsAnsweredAsBeforeThoughTheKeyHasEnded() {
        Instant end = Instant.now().plusMillis(1500);
        String body = "{\"name\":\"" + fresh() + "\",\"role\":\"VIEWER\",\"expiresAt\":\"" + end + "\"}";
        RequestSpecification request = asAdmin()
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body);
        String made =
                request.post("/api/v1/keys").then().statusCode(201).extract().path("id");
        eventually().until(() -> Instant.now().isAfter(end));

        request.post("/api/v1/keys")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("id", equalTo(made));
    }

    @Test
    void theNumberOfKeysThatAreAboutToEndIsAMetric() {
        make(fresh(), "\"role\":\"VIEWER\",\"expiresAt\":\"" + Instant.now().plusSeconds(3600) + "\"");
        assertThat(asAdmin().get("/q/metrics").asString()).containsPattern("medic_access_keys_expiring [1-9]");
    }

    @Test
    void aLimitedKeySeesListsOfItsOwnAlone() {
        String key = make(fresh(), "\"grants\":[{\"verbs\":[\"EXECUTE\"],\"clusters\":[\"foreign-*\"]}]")
                .path("key");
        as(key).get("/api/v1/clusters").then().statusCode(200).body("items.size()", equalTo(0));
        as(key).get("/api/v1/jobs").then().statusCode(200).body("items.size()", equalTo(0));
    }
}
