package io.presencemedic;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of years that the database does not hold, wherever a caller may name one. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class UnusualTimesTest {
    private static final String ANY = UUID.randomUUID().toString();

    private static void refused(Response answer, String field) {
        answer.then()
                .statusCode(400)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("errors.field", equalTo(List.of(field)));
    }

    private static Response post(String path, String body) {
        return asAdmin().contentType(ContentType.JSON).body(body).post("/api/v1/" + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-9999-01-01T00:00:00Z",
                "0000-12-31T23:59:59Z",
                "0001-01-01T00:00:00+01:00",
                "+10000-01-01T00:00:00Z",
                "+300000-01-01T00:00:00Z"
            })
    void aYearThatNobodyWritesIsRefusedByItsField(String time) {
        refused(asAdmin().queryParam("from", time).get("/api/v1/audit"), "from");
        refused(asAdmin().queryParam("to", time).get("/api/v1/audit"), "to");
        refused(post("webhooks/" + ANY + "/redeliver", "{\"since\":\"" + time + "\"}"), "since");
        refused(post("keys", "{\"name\":\"k\",\"role\":\"VIEWER\",\"expiresAt\":\"" + time + "\"}"), "expiresAt");
        refused(
                post("clusters/nowhere/bundles", "{\"kind\":\"E-NETWORK\",\"incident\":{\"from\":\"" + time + "\"}}"),
                "incident.from");
    }

    @Test
    void theFirstAndTheLastYearAreTaken() {
        asAdmin()
                .queryParam("from", "0001-01-01T00:00:00Z")
                .queryParam("to", "9999-12-31T23:59:59Z")
                .get("/api/v1/audit")
                .then()
                .statusCode(200);
    }
}
