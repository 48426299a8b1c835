package io.presencemedic.diagnosis;

import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.diagnosis.DiagnosisApiTest.CLUSTER;
import static io.presencemedic.diagnosis.DiagnosisApiTest.DIAGNOSES;
import static io.presencemedic.diagnosis.DiagnosisApiTest.diagnose;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@PlayedScenario("sync-agent-credentials-ha-off")
class DiagnosisRequestTest {
    @Test
    void aViewerReadsDiagnosesAndAsksForNone() {
        String key = asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"viewer-" + UUID.randomUUID() + "\",\"role\":\"VIEWER\"}")
                .post("/api/v1/keys")
                .path("key");
        as(key).contentType(ContentType.JSON)
                .body("{}")
                .post(DIAGNOSES)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", is("FORBIDDEN"))
                .body("status", is(403));
        as(key).get(DIAGNOSES).then().statusCode(200);
        as(key).get(CLUSTER + "/status").then().statusCode(200);
    }

    @Test
    void theSameKeyMakesOneDiagnosis() {
        String key = UUID.randomUUID().toString();
        String id =
                create(key, "{\"ticket\":\"INC8\"}").statusCode(202).extract().path("id");
        create(key, "{\"ticket\":\"INC8\"}")
                .statusCode(202)
                .header("Idempotent-Replayed", "true")
                .body("id", is(id));
        create(key, "{\"ticket\":\"INC9\"}").statusCode(422);
    }

    @Test
    void anEarlierDiagnosisIsTheAnswerWhereTheCallerAllowsItsAge() {
        String made = diagnose("{}").statusCode(200).extract().path("id");

        create(UUID.randomUUID().toString(), "{\"maxAge\":\"PT5M\"}")
                .statusCode(200)
                .header("Content-Location", is("/api/v1/diagnoses/" + made))
                .body("id", is(made));

        String key = UUID.randomUUID().toString();
        String another = create(key, "{}").statusCode(202).extract().path("id");
        create(key, "{\"maxAge\":\"PT5M\"}")
                .statusCode(202)
                .header("Idempotent-Replayed", "true")
                .body("id", is(another));
        create(UUID.randomUUID().toString(), "{\"maxAge\":\"PT2H\"}")
                .statusCode(400)
                .body("errors.field", hasItem("maxAge"));
        asAdmin().get("/api/v1/diagnoses/" + another).then().statusCode(200);
    }

    @Test
    void whatIsNotFoundOutYetIsNullAndNotEmpty() {
        String id = create(UUID.randomUUID().toString(), "{}")
                .statusCode(202)
                .body("state", is("QUEUED"))
                .body("outcome", nullValue())
                .body("findings", nullValue())
                .body("services", nullValue())
                .extract()
                .path("id");
        asAdmin().get("/api/v1/diagnoses/" + id).then().statusCode(200).body("id", is(id));
    }

    @Test
    void diagnosesAreListedNewestFirstInPages() {
        String first = diagnose("{}").extract().path("id");
        String second = diagnose("{}").extract().path("id");
        String cursor = asAdmin()
                .queryParam("limit", 1)
                .get(DIAGNOSES)
                .then()
                .statusCode(200)
                .body("items.id", is(List.of(second)))
                .body("items[0].findings", hasItem("SYNC_AGENT_CREDENTIALS_DIFFER"))
                .body("items[0].outcome", is("FINDINGS"))
                .extract()
                .path("nextCursor");
        asAdmin()
                .queryParam("limit", 1)
                .queryParam("cursor", cursor)
                .get(DIAGNOSES)
                .then()
                .body("items.id", is(List.of(first)));
        asAdmin().queryParam("cursor", "bm90LWFuLWlk").get(DIAGNOSES).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}"})
    void theBodyMayBeLeftOut(String body) {
        asAdmin()
                .contentType(ContentType.JSON)
                .body(body)
                .post(DIAGNOSES)
                .then()
                .statusCode(202)
                .body("requestedBy", notNullValue());
    }

    @Test
    void aRequestWithoutBodyAndTypeIsGoodEnough() {
        asAdmin().post(DIAGNOSES).then().statusCode(202);
    }

    @Test
    void unknownThingsAreNotFound() {
        asAdmin().get("/api/v1/clusters/nonsense/status").then().statusCode(404).body("code", is("CLUSTER_UNKNOWN"));
        asAdmin().get("/api/v1/clusters/nonsense/diagnoses").then().statusCode(404);
        asAdmin().post("/api/v1/clusters/nonsense/diagnoses").then().statusCode(404);
        asAdmin()
                .get("/api/v1/diagnoses/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", is("DIAGNOSIS_UNKNOWN"));
        asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"surprise\":1}")
                .post(DIAGNOSES)
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse create(String key, String body) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(DIAGNOSES)
                .then();
    }
}
