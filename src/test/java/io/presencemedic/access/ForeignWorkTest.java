package io.presencemedic.access;

import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.presencemedic.IssuedKey;
import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Work that is there, and that a grant for something else does not show: not in lists, and not by its id. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
@PlayedScenario("healthy")
class ForeignWorkTest {
    private static final String CLUSTER = "/api/v1/clusters/simulated";
    private static final String EVERY_VERB = "\"verbs\":[\"READ\",\"DIAGNOSE\",\"PLAN\",\"EXECUTE\",\"APPROVE\"]";

    private static String made(String kind, String body) {
        return asAdmin()
                .contentType("application/json")
                .header("Prefer", "wait=25")
                .body(body)
                .post(CLUSTER + kind)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    /** Every operation of the description on a job, diagnosis or bundle, or on all of them. */
    private static void eachOperation(Map<String, String> ids, Operation judge) {
        Map<String, Map<String, Object>> paths =
                asAdmin().get("/q/openapi?format=json").jsonPath().get("paths");
        int[] judged = {0};
        paths.forEach((path, item) -> ids.forEach((kind, id) -> {
            if (path.startsWith("/api/v1/" + kind + "/{id}")) {
                item.keySet().forEach(method -> {
                    judged[0]++;
                    judge.accept(method, path.replace("{id}", id).replaceAll("\\{[^}]*}", "1"));
                });
            }
        }));
        assertThat(judged[0]).isGreaterThan(10);
    }

    private interface Operation {
        void accept(String method, String address);
    }

    private static int status(RequestSpecification caller, String method, String address) {
        boolean hasBody = method.equals("post") || method.equals("put");
        return (hasBody ? caller.contentType("application/json").body("{}") : caller)
                .request(method, address)
                .statusCode();
    }

    @Test
    void whatIsForeignIsNotThere() {
        Map<String, String> ids = Map.of(
                "jobs", made("/jobs", "{\"runbook\":\"high-availability-enable\",\"mode\":\"PLAN\"}"),
                "diagnoses", made("/diagnoses", "{}"));
        String key = IssuedKey.of("k", "\"grants\":[{" + EVERY_VERB + ",\"clusters\":[\"foreign-*\"]}]");
        eachOperation(ids, (method, address) -> assertThat(status(as(key), method, address))
                .as(method + " " + address)
                .isEqualTo(404));
        for (String list : List.of("jobs", "clusters")) {
            as(key).get("/api/v1/" + list).then().statusCode(200).body("items", empty());
        }
        asAdmin().get("/api/v1/jobs").then().body("items", not(empty()));
        asAdmin().get("/api/v1/clusters").then().body("items", hasSize(1));
    }

    @Test
    void aKeyOfOneRunbookDoesNotSeeTheJobsOfAnother() {
        String foreign = made("/jobs", "{\"runbook\":\"high-availability-enable\",\"mode\":\"PLAN\"}");
        String key = IssuedKey.of(
                "k",
                "\"grants\":[{\"verbs\":[\"EXECUTE\"],\"runbooks\":[\"services-stuck-in-starting\"],"
                        + "\"clusters\":[\"simulated\"]}]");
        as(key).get("/api/v1/jobs/" + foreign).then().statusCode(404);
        as(key).get("/api/v1/jobs")
                .then()
                .statusCode(200)
                .body("items.runbook", not(hasItem("high-availability-enable")));
        for (String refused : List.of(
                "{\"runbook\":\"high-availability-enable\"}",
                "{\"runbook\":\"recover\"}",
                "{\"runbook\":\"high-availability-enable\",\"mode\":\"PLAN\"}")) {
            as(key).contentType("application/json")
                    .body(refused)
                    .post(CLUSTER + "/jobs")
                    .then()
                    .statusCode(403);
        }
        as(key).contentType("application/json")
                .body("{}")
                .post(CLUSTER + "/diagnoses")
                .then()
                .statusCode(403);
        as(key).contentType("application/json")
                .body("{\"kind\":\"E-SYNC-AGENT\"}")
                .post(CLUSTER + "/bundles")
                .then()
                .statusCode(403);
        as(key).contentType("application/json")
                .body("{\"runbook\":\"services-stuck-in-starting\",\"mode\":\"PLAN\"}")
                .post(CLUSTER + "/jobs")
                .then()
                .statusCode(202);
        assertThat(RestAssured.given().get("/api/v1/jobs/" + foreign).statusCode())
                .isEqualTo(401);
    }
}
