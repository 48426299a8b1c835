package io.presencemedic.evidence;

import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.evidence.SimulatedBundles.BUNDLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@PlayedScenario("intercluster-sync-agent-defect")
class BundleApiTest {
    private static final OneBundle ONE = new OneBundle("E-ICSA");

    @Inject
    AgroalDataSource database;

    @Test
    void aBundleIsShownWithItsItemsAndItsArchive() {
        asAdmin()
                .get("/api/v1/bundles/" + ONE.id())
                .then()
                .statusCode(200)
                .body("kind", is("E-ICSA"))
                .body("state", is("SUCCEEDED"))
                .body("progress.total", is(20))
                .body("progress.done", is(20))
                .body("items.state", everyItem(oneOf("COLLECTED", "PARTLY", "NOT_AVAILABLE")))
                .body("items.item", hasItem("Cisco Intercluster Sync Agent"))
                .body("size", is(ONE.whole().length))
                .body("sha256", equalTo(SimulatedBundles.sha256(ONE.whole())))
                .body("content", is(ONE.content()))
                .body("expiresAt", notNullValue());
        asAdmin().get(BUNDLES).then().statusCode(200).body("items.id", hasItem(ONE.id()));
    }

    @Test
    void itsSummaryCanBePastedIntoACase() {
        asAdmin()
                .accept(ContentType.TEXT)
                .get("/api/v1/bundles/" + ONE.id())
                .then()
                .statusCode(200)
                .contentType(ContentType.TEXT)
                .body(startsWith("Bundle E-ICSA " + ONE.id()))
                .body(containsString("Intercluster Sync Agent"))
                .body(containsString("imp-sub"))
                .body(containsString(SimulatedBundles.sha256(ONE.whole())));
    }

    @Test
    void theSameKeyMakesOneBundleAndAnotherKindWithItIsRefused() {
        String key = UUID.randomUUID().toString();
        String first =
                keyed(key, "{\"kind\":\"E-NETWORK\"}").statusCode(202).extract().path("id");
        keyed(key, "{\"kind\":\"E-NETWORK\"}")
                .statusCode(202)
                .header("Idempotent-Replayed", "true")
                .header("Location", containsString("/api/v1/bundles/" + first))
                .body("id", is(first));
        keyed(key, "{\"kind\":\"E-ICSA\"}").statusCode(422);
        ServiceUnderTest.cancel(first);
    }

    @Test
    void aRepeatedRequestIsAnsweredAsBeforeThoughTheJobThatItNamesIsGone() throws SQLException {
        String named = SimulatedBundles.cancelled("E-NETWORK");
        String body = "{\"kind\":\"E-NETWORK\",\"job\":\"" + named + "\"}";
        String key = UUID.randomUUID().toString();
        String first = keyed(key, body).statusCode(202).extract().path("id");
        ServiceUnderTest.cancel(first);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from job where id = '" + named + "'");
        }

        keyed(key, body).statusCode(202).header("Idempotent-Replayed", "true").body("id", is(first));
        keyed(UUID.randomUUID().toString(), body).statusCode(400).body("errors.field", hasItem("job"));
    }

    private static ValidatableResponse keyed(String key, String body) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(BUNDLES)
                .then();
    }

    @Test
    void aBundleThatIsCollectedIsNeitherDownloadedNorDeleted() {
        String live = SimulatedBundles.ask("{\"kind\":\"E-DATABASE\",\"pseudonyms\":true,\"incident\":{\"from\":"
                        + "\"2020-01-01T00:00:00+01:00\"},\"reason\":\"drill\",\"ticket\":\"INC0012345\"}")
                .then()
                .statusCode(202)
                .body("incident.from", is("2019-12-31T23:00:00Z"))
                .body("ticket", is("INC0012345"))
                .extract()
                .path("id");
        asAdmin()
                .get("/api/v1/bundles/" + live + "/content")
                .then()
                .statusCode(409)
                .header("Retry-After", notNullValue())
                .body("code", is("BUNDLE_NOT_READY"));
        asAdmin().delete("/api/v1/bundles/" + live).then().statusCode(409).body("code", is("BUNDLE_LIVE"));
        ServiceUnderTest.cancel(live);
        asAdmin().delete("/api/v1/bundles/" + live).then().statusCode(204);
        asAdmin().delete("/api/v1/bundles/" + live).then().statusCode(404).body("code", is("BUNDLE_UNKNOWN"));
        asAdmin().get("/api/v1/bundles/" + live).then().statusCode(404);
        asAdmin().get("/api/v1/bundles/" + live + "/content").then().statusCode(404);
        asAdmin().get("/api/v1/jobs/" + live).then().statusCode(200);
        asAdmin()
                .queryParam("job", live)
                .queryParam("verb", "bundle.delete")
                .get("/api/v1/audit")
                .then()
                .body("items.size()", is(1))
                .body("items[0].subject", is("bootstrap"))
                .body("items[0].cluster", is("simulated"))
                .body("items[0].target", is("/api/v1/bundles/" + live));
    }

    @Test
    void rolesAreKept() {
        String viewer = asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"looker\",\"role\":\"VIEWER\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        as(viewer).get(BUNDLES).then().statusCode(200);
        as(viewer).get("/api/v1/bundles/" + ONE.id()).then().statusCode(200);
        as(viewer).get(ONE.content()).then().statusCode(403);
        as(viewer).delete("/api/v1/bundles/" + ONE.id()).then().statusCode(403);
        as(viewer)
                .contentType(ContentType.JSON)
                .body("{\"kind\":\"E-ICSA\"}")
                .post(BUNDLES)
                .then()
                .statusCode(403);
        RestAssured.given().get(ONE.content()).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | kind",
                "{\"kind\":\"E-NONSENSE\"} | kind",
                "{\"kind\":\"E-ICSA\",\"incident\":{}} | incident.from",
                "{\"kind\":\"E-ICSA\",\"incident\":{\"from\":\"yesterday\"}} | incident.from",
                "{\"kind\":\"E-ICSA\",\"incident\":{\"from\":\"2020-01-02T00:00:00Z\",\"to\":\"2020-01-01T00:00:00Z\"}} | incident.to",
                "{\"kind\":\"E-ICSA\",\"incident\":{\"from\":\"2999-01-02T00:00:00Z\"}} | incident.from",
                "{\"kind\":\"E-ICSA\",\"job\":\"01900000-0000-7000-8000-0000000000a1\"} | job",
                "{\"kind\":\"E-ICSA\",\"nodes\":[]} | nodes"
            })
    void aRequestThatDoesNotFitIsRefusedByItsField(String body, String field) {
        SimulatedBundles.ask(body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("VALIDATION_FAILED"))
                .body("errors.field", hasItem(field));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        asAdmin()
                .get("/api/v1/bundles/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", is("BUNDLE_UNKNOWN"));
        asAdmin()
                .get("/api/v1/clusters/nonsense/bundles")
                .then()
                .statusCode(404)
                .body("code", is("CLUSTER_UNKNOWN"));
        asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"kind\":\"E-ICSA\"}")
                .post("/api/v1/clusters/nonsense/bundles")
                .then()
                .statusCode(404);
    }

    @Test
    void listsAreReadPageByPage() {
        assertThat(ONE.id()).isNotEqualTo(SimulatedBundles.cancelled("E-SYNC-AGENT"));
        Response first = asAdmin().queryParam("limit", 1).get(BUNDLES);
        first.then().statusCode(200).body("items.size()", is(1)).body("nextCursor", notNullValue());
        asAdmin()
                .queryParam("limit", 1)
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get(BUNDLES)
                .then()
                .statusCode(200)
                .body("items.size()", is(1));
    }

    @Test
    void theFirstPageNamesNodesVersionsAndWhatIsMissing() throws IOException {
        String readme = SimulatedBundles.text(SimulatedBundles.files(ONE.whole()), "README.txt");
        assertThat(readme).contains("IMP_PUBLISHER", "IMP_SUBSCRIBER", "Not available", "SHA256SUMS");
        assertThat(readme).doesNotContain("version not known", "the cluster was not examined");
        assertThat(new String(ONE.whole(), 0, 60, StandardCharsets.ISO_8859_1)).contains("README.txt");
    }
}
