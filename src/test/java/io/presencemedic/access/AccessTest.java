package io.presencemedic.access;

import static io.presencemedic.ServiceUnderTest.ADMIN_KEY;
import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.presencemedic.IssuedKey;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class AccessTest {
    @Inject
    DataSource database;

    private static String fresh(String start) {
        return start + "-" + UUID.randomUUID();
    }

    private static Response create(String name, String role) {
        return asAdmin()
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}")
                .post("/api/v1/keys");
    }

    private static String keyWith(String role) {
        return IssuedKey.of("k", "\"role\":\"" + role + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/keys",
                "/api/v1/nothing",
                "/probe/pages",
                "/q/metrics",
                "/q/openapi",
                "/q/swagger-ui/"
            })
    void nothingIsShownWithoutAKey(String path) {
        when().get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"))
                .header("WWW-Authenticate", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started"})
    void healthIsForEverybody(String path) {
        when().get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "wrong", ADMIN_KEY + "x"})
    void aWrongKeyIsNoKey(String key) {
        as(key).get("/api/v1/keys").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        given().header("Authorization", "Bearer " + key)
                .get("/api/v1/keys")
                .then()
                .statusCode(401);
        as(key).contentType("application/json")
                .body("{}")
                .post("/api/v1/keys")
                .then()
                .statusCode(401);
    }

    @Test
    void aKeyMayTravelInEitherHeader() {
        asAdmin().get("/api/v1/keys").then().statusCode(200).body("items.name", hasItem("bootstrap"));
        given().header("Authorization", "bearer " + ADMIN_KEY)
                .get("/api/v1/keys")
                .then()
                .statusCode(200);
    }

    @Test
    void aBrowserMayOpenItsPagesAndNothingElse() {
        given().auth()
                .preemptive()
                .basic("me", ADMIN_KEY)
                .get("/q/swagger-ui/")
                .then()
                .statusCode(200);
        given().auth()
                .preemptive()
                .basic("me", ADMIN_KEY)
                .get("/q/openapi")
                .then()
                .statusCode(200);
        given().auth()
                .preemptive()
                .basic("me", ADMIN_KEY)
                .get("/api/v1/keys")
                .then()
                .statusCode(401);
        when().get("/q/swagger-ui/").then().header("WWW-Authenticate", containsString("Basic"));
        when().get("/api/v1/keys").then().header("WWW-Authenticate", not(containsString("Basic")));
    }

    @ParameterizedTest
    @CsvSource({"VIEWER", "OPERATOR", "APPROVER", "ADMIN"})
    void everyRoleReads(String role) {
        as(keyWith(role)).get("/probe/pages").then().statusCode(200);
        as(keyWith(role)).get("/q/metrics").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"VIEWER", "OPERATOR", "APPROVER"})
    void onlyAnAdminKeepsKeys(String role) {
        String key = keyWith(role);
        as(key).get("/api/v1/keys").then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        as(key).contentType("application/json")
                .body("{}")
                .post("/api/v1/keys")
                .then()
                .statusCode(403);
        as(key).delete("/api/v1/keys/" + UUID.randomUUID()).then().statusCode(403);
    }

    @Test
    void theKeyIsShownOnceAndNeverKept() throws SQLException {
        String body = "{\"name\":\"" + fresh("once") + "\",\"role\":\"VIEWER\"}";
        String idempotencyKey = UUID.randomUUID().toString();
        Response first = asAdmin()
                .contentType("application/json")
                .header("Idempotency-Key", idempotencyKey)
                .body(body)
                .post("/api/v1/keys");
        Response again = asAdmin()
                .contentType("application/json")
                .header("Idempotency-Key", idempotencyKey)
                .body(body)
                .post("/api/v1/keys");
        String key = first.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .extract()
                .path("key");
        again.then().statusCode(201).body("key", nullValue()).body("id", equalTo(first.path("id")));
        assertThat(asAdmin().get("/api/v1/keys").asString()).doesNotContain(key);
        assertThat(wholeDatabase()).contains(first.<String>path("id")).doesNotContain(key);
    }

    private String wholeDatabase() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT query_to_xml('SELECT * FROM api_key', true, false, '')::text"
                        + " || query_to_xml('SELECT * FROM idempotency', true, false, '')::text")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void aNewKeyStandsWhereItsLocationSaysWithoutTheKeyItself() {
        Response made = create(fresh("found"), "OPERATOR");
        Response found = asAdmin().get(made.header("Location"));
        found.then()
                .statusCode(200)
                .body("id", equalTo(made.path("id")))
                .body("name", equalTo(made.path("name")))
                .body("role", equalTo("OPERATOR"))
                .body("key", nullValue());
        assertThat(found.asString()).doesNotContain(made.<String>path("key"));
        as(made.<String>path("key")).get(made.header("Location")).then().statusCode(403);
        asAdmin()
                .get("/api/v1/keys/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("KEY_UNKNOWN"));
    }

    @Test
    void aRemovedKeyOpensNothing() {
        Response made = create(fresh("gone"), "VIEWER");
        String key = made.path("key");
        as(key).get("/probe/pages").then().statusCode(200);
        asAdmin().delete(made.header("Location")).then().statusCode(204);
        as(key).get("/probe/pages").then().statusCode(401);
        asAdmin().delete(made.header("Location")).then().statusCode(404).body("code", equalTo("KEY_UNKNOWN"));
    }

    @Test
    void theLastAdminKeyStays() {
        var keys = asAdmin().get("/api/v1/keys?limit=200").jsonPath();
        keys.<String>getList("items.findAll { it.role == 'ADMIN' && it.name != 'bootstrap' }.id")
                .forEach(other ->
                        asAdmin().delete("/api/v1/keys/" + other).then().statusCode(204));
        String id = keys.getString("items.find { it.name == 'bootstrap' }.id");
        asAdmin().delete("/api/v1/keys/" + id).then().statusCode(409).body("code", equalTo("LAST_ADMIN_KEY"));
    }

    @Test
    void aNameIsGivenOnce() {
        String name = fresh("twice");
        create(name, "VIEWER").then().statusCode(201);
        create(name, "ADMIN").then().statusCode(409).body("code", equalTo("KEY_NAME_TAKEN"));
    }

    @ParameterizedTest
    @CsvSource({"'',VIEWER,name", "-a,VIEWER,name", "A,VIEWER,name", "a b,VIEWER,name", "a,KING,role", "a,viewer,role"})
    void aBadNameOrRoleIsRefused(String name, String role, String field) {
        create(name, role).then().statusCode(400).body("errors[0].field", equalTo(field));
    }
}
