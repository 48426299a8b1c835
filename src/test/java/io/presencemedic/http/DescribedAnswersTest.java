package io.presencemedic.http;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.hamcrest.Matchers.is;

import io.presencemedic.DescribedAnswers;
import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service answers is what its description says: each status is named, each document follows its schema. */
@QuarkusTest
@PlayedScenario("sync-agent-credentials-ha-off")
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class DescribedAnswersTest {
    private static final String CLUSTER = "/api/v1/clusters/simulated";
    private static final String NOBODY = "0190a5c2-3c5a-7d3e-8f00-0123456789ab";

    private static RequestSpecification judged() {
        return asAdmin().filter(DescribedAnswers.KEPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/clusters",
                CLUSTER,
                CLUSTER + "/status",
                CLUSTER + "/diagnoses",
                CLUSTER + "/bundles",
                "/api/v1/runbooks?limit=200",
                "/api/v1/runbooks/recover",
                "/api/v1/keys",
                "/api/v1/audit",
                "/api/v1/schedules",
                "/api/v1/webhooks"
            })
    void whatCanBeReadIsAsDescribed(String address) {
        judged().get(address).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/clusters/none, 404",
        "/api/v1/jobs?state=MAYBE, 400",
        "/api/v1/jobs?limit=0, 400",
        "/api/v1/jobs/" + NOBODY + ", 404",
        "/api/v1/diagnoses/" + NOBODY + ", 404",
        "/api/v1/bundles/" + NOBODY + ", 404",
        "/api/v1/runbooks/nonsense, 404"
    })
    void whatCannotBeReadIsRefusedAsDescribed(String address, int status) {
        judged().get(address).then().statusCode(status);
    }

    @Test
    void aJobAndWhatIsSaidToItAreAsDescribed() {
        String id = judged().contentType("application/json")
                .header("Prefer", "wait=25")
                .body("{\"runbook\":\"high-availability-enable\",\"mode\":\"PLAN\"}")
                .post(CLUSTER + "/jobs")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        judged().get("/api/v1/jobs/" + id).then().statusCode(200);
        judged().get("/api/v1/jobs/" + id + "/transcripts").then().statusCode(200);
        judged().post("/api/v1/jobs/" + id + "/cancel").then().statusCode(200);
        judged().post("/api/v1/jobs/" + id + "/restore").then().statusCode(200);
        judged().post("/api/v1/jobs/" + id + "/acknowledge").then().statusCode(409);
        judged().contentType("application/json")
                .body("{\"decision\":\"APPROVE\"}")
                .post("/api/v1/jobs/" + id + "/approval")
                .then()
                .statusCode(403)
                .body("code", is("OWN_JOB"));
    }

    @Test
    void aDiagnosisIsAsDescribed() {
        String id = judged().header("Prefer", "wait=25")
                .post(CLUSTER + "/diagnoses")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        judged().get("/api/v1/diagnoses/" + id).then().statusCode(200);
    }

    @Test
    void whatIsMadeAndRefusedIsAsDescribed() {
        String name = "described-" + UUID.randomUUID();
        judged().contentType("application/json")
                .body("{\"name\":\"" + name + "\",\"role\":\"VIEWER\",\"addresses\":[\"10.0.0.0/8\"]}")
                .post("/api/v1/keys")
                .then()
                .statusCode(201);
        judged().contentType("application/json")
                .body("{\"name\":\"" + name + "\",\"cluster\":\"none\",\"runbook\":\"diagnosis\","
                        + "\"cron\":\"0 6 * * *\",\"timeZone\":\"UTC\"}")
                .post("/api/v1/schedules")
                .then()
                .statusCode(404);
        judged().contentType("application/json")
                .body("{\"name\":\"" + name + "\",\"url\":\"ftp://example.com/x\",\"events\":[\"JOB_FINISHED\"]}")
                .post("/api/v1/webhooks")
                .then()
                .statusCode(400);
        judged().contentType("text/plain")
                .body("admin:utils service list\nCisco Tomcat[STARTED]\nadmin:\n")
                .post("/api/v1/analyses")
                .then()
                .statusCode(200);
    }
}
