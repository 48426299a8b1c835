package io.presencemedic.access;

import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.ServiceUnderTest.awaitEnd;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.presencemedic.IssuedKey;
import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.audit.NotedRefusals;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runbooks of a grant hold for diagnoses and bundles as they do for jobs. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
@PlayedScenario("healthy")
class RunbookGrantsTest {
    private static final String CLUSTER = "/api/v1/clusters/simulated";
    private static final String DIAGNOSES = CLUSTER + "/diagnoses";
    private static final String BUNDLES = CLUSTER + "/bundles";
    private static final String JOBS = CLUSTER + "/jobs";

    private static String key(String verb, String runbook) {
        return IssuedKey.of(
                "k",
                "\"grants\":[{\"verbs\":[\"" + verb + "\"],\"runbooks\":[\"" + runbook
                        + "\"],\"clusters\":[\"simulated\"]}]");
    }

    private static ValidatableResponse ask(String key, String path, String body) {
        return as(key).contentType("application/json").body(body).post(path).then();
    }

    private static String made(String path, String body) {
        String id = begun(path, body);
        awaitEnd(id);
        return id;
    }

    private static String cancelled(String path, String body) {
        String id = begun(path, body);
        ServiceUnderTest.cancel(id);
        return id;
    }

    private static String begun(String path, String body) {
        return ask(ServiceUnderTest.ADMIN_KEY, path, body)
                .statusCode(202)
                .extract()
                .path("id");
    }

    @Test
    void listsHoldWhatMayBeReadByItsIdAndNothingElse() {
        String diagnosis = made(DIAGNOSES, "{}");
        String bundle = cancelled(BUNDLES, "{\"kind\":\"E-ICSA\"}");
        String icsa = key("READ", "evidence-icsa");
        as(icsa).get("/api/v1/diagnoses/" + diagnosis).then().statusCode(404);
        as(icsa).get("/api/v1/bundles/" + bundle).then().statusCode(200);
        as(icsa).get(DIAGNOSES).then().statusCode(200).body("items", empty());
        as(icsa).get(BUNDLES)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(bundle))
                .body("items.kind", everyItem(is("E-ICSA")));
        for (String other : new String[] {"services-stuck-in-starting", "evidence-network", "diagnosis"}) {
            as(key("EXECUTE", other)).get(BUNDLES).then().body("items.id", not(hasItem(bundle)));
        }
        as(key("READ", "diagnosis")).get(DIAGNOSES).then().body("items.id", hasItem(diagnosis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"maxAge\":\"PT1H\"}"})
    void whoMayOnlyCollectEvidenceDoesNotDiagnose(String body) {
        made(DIAGNOSES, "{}");
        String key = key("DIAGNOSE", "evidence-*");
        ask(key, DIAGNOSES, body).statusCode(403);
        as(key).accept("text/plain").body(body).post(DIAGNOSES).then().statusCode(403);
        ask(key("DIAGNOSE", "diagnosis"), DIAGNOSES, body).statusCode(is(body.equals("{}") ? 202 : 200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagnosis", "evidence-network"})
    void whoMayDoSomethingElseDoesNotCollectThisEvidence(String runbook) {
        ask(key("DIAGNOSE", runbook), BUNDLES, "{\"kind\":\"E-ICSA\"}").statusCode(403);
    }

    @Test
    void aJobThatIsNotThereForTheCallerDoesNotGoIntoHisBundle() {
        String foreign = made(JOBS, "{\"runbook\":\"high-availability-enable\",\"mode\":\"PLAN\"}");
        String key = key("EXECUTE", "evidence-*");
        as(key).get("/api/v1/jobs/" + foreign).then().statusCode(404);
        String collector = key("DIAGNOSE", "evidence-*");
        ask(collector, BUNDLES, "{\"kind\":\"E-ICSA\",\"job\":\"" + foreign + "\"}")
                .statusCode(400)
                .body("errors.field", hasItem("job"));
        ask(key, JOBS, "{\"runbook\":\"evidence-icsa\",\"parameters\":{\"job\":\"" + foreign + "\"}}")
                .statusCode(400)
                .body("errors.field", hasItem("parameters.job"));
    }

    @Test
    void thatARunbookWasRefusedIsInTheAuditLog() {
        NotedRefusals.record();
        ask(key("PLAN", "recover"), JOBS, "{\"runbook\":\"database-down\",\"mode\":\"PLAN\"}")
                .statusCode(403);
        NotedRefusals.record();
        asAdmin().get("/api/v1/audit?verb=permission.refuse&limit=1").then().body("items.target", hasItem(JOBS));
    }
}
