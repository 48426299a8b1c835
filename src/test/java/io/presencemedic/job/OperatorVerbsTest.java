package io.presencemedic.job;

import static io.presencemedic.Eventually.eventually;
import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.presencemedic.IssuedKey;
import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.function.Predicate;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What operators and approvers say to jobs, over HTTP, on a cluster whose subscriber is bound to the wrong group. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@PlayedScenario("subcluster-mismatch")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperatorVerbsTest {
    private static final String CLUSTER = "/api/v1/clusters/simulated";

    @Test
    @Order(1)
    void aHoldCanBeMadeLongerAndShorterWhileItLasts() {
        String id = submit(
                        "{\"runbook\":\"replication-sync-monitor-disable\",\"parameters\":{\"restoreAfter\":\"P1D\"}}")
                .statusCode(202)
                .extract()
                .path("id");
        awaitLine(id, "hold-off");
        extend(id, "soon").statusCode(400).body("errors.field", hasItem("restoreAfter"));
        extend(id, "PT1S").statusCode(200);
        ended(id).body("state", is("SUCCEEDED")).body("leftSwitchedOff.size()", is(0));
        extend(id, "PT1H").statusCode(409).body("code", is("NOTHING_HELD"));
    }

    @Test
    @Order(2)
    void aFailedJobIsRetriedAndAnotherIsNot() {
        String failed = run("{\"runbook\":\"presence-engine-alone-down\"}")
                .body("state", is("FAILED"))
                .extract()
                .path("id");
        asAdmin()
                .header("Prefer", "wait=25")
                .post("/api/v1/jobs/" + failed + "/retry")
                .then()
                .statusCode(200)
                .header("Preference-Applied", "wait=25")
                .body("retryOf", equalTo(failed))
                .body("state", is("FAILED"));

        String good = run("{\"runbook\":\"services-stuck-in-starting\",\"mode\":\"PLAN\"}")
                .extract()
                .path("id");
        asAdmin().post("/api/v1/jobs/" + good + "/retry").then().statusCode(409).body("code", is("NOT_RETRYABLE"));
    }

    @Test
    @Order(3)
    void aPlanOfRecoverSaysWhatComesFirstAndWhy() {
        run("{\"runbook\":\"recover\",\"mode\":\"PLAN\"}")
                .body("state", is("SUCCEEDED"))
                .body("plan[0].step", is("diagnose"))
                .body("plan[0].why", containsString("D6.3"))
                .body("plan[1].runbook", is("presence-engine-subcluster-mismatch"))
                .body("plan.commands.flatten()", hasItem(containsString("run sql update enterprisenode")))
                .body("plan[-1].step", is("diagnose"))
                .body("plan[-1].outcome", is("SKIPPED"));
    }

    @Test
    @Order(4)
    void recoverAsksOnceAndEndsHealthy() {
        String requester = key("ops", "\"grants\":[{\"verbs\":[\"EXECUTE\",\"APPROVE\"]}]");
        String id = as(requester)
                .contentType(ContentType.JSON)
                .body("{\"runbook\":\"recover\",\"reason\":\"users have no presence\"}")
                .post("/api/v1/clusters/simulated/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        awaitState(id, "AWAITING_APPROVAL");
        asAdmin()
                .get("/api/v1/jobs/" + id)
                .then()
                .body("question.command", containsString("run sql update enterprisenode"));

        answer(as(requester), id, "APPROVE").statusCode(403).body("code", is("OWN_JOB"));
        answer(as(key("ops", "\"role\":\"APPROVER\"")), id, "APPROVE")
                .statusCode(403)
                .body("code", is("OWN_JOB"));
        String approver = key("duty", "\"role\":\"APPROVER\"");
        answer(as(approver), id, "APPROVE").statusCode(200);
        answer(as(approver), id, "APPROVE").statusCode(200);
        answer(as(approver), id, "DECLINE").statusCode(409).body("code", is("ALREADY_ANSWERED"));

        ended(id)
                .body("state", is("SUCCEEDED"))
                .body("changed", is(true))
                .body("plan[-1].why", containsString("healthy"))
                .body("plan.runbook", hasItem("presence-engine-subcluster-mismatch"))
                .body("leftSwitchedOff.size()", is(0));
        asAdmin()
                .get("/api/v1/jobs/" + id + "/events")
                .then()
                .body("items.type", hasItem("CHAPTER_PLANNED"))
                .body("items.type", everyItem(not("RELEASED")));
    }

    private static String key(String owner, String allowed) {
        return IssuedKey.of(owner, "\"owner\":\"" + owner + "\"," + allowed);
    }

    private static ValidatableResponse answer(RequestSpecification caller, String id, String decision) {
        return caller.contentType(ContentType.JSON)
                .body("{\"decision\":\"" + decision + "\",\"comment\":\"agreed with TAC\"}")
                .post("/api/v1/jobs/" + id + "/approval")
                .then();
    }

    private static ValidatableResponse extend(String id, String duration) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"restoreAfter\":\"" + duration + "\"}")
                .post("/api/v1/jobs/" + id + "/extend")
                .then();
    }

    private static ValidatableResponse submit(String body) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .body(body)
                .post(CLUSTER + "/jobs")
                .then();
    }

    private static ValidatableResponse run(String body) {
        return ended(submit(body).statusCode(202).extract().path("id"));
    }

    private static ValidatableResponse ended(String id) {
        ServiceUnderTest.awaitEnd(id);
        return asAdmin().get("/api/v1/jobs/" + id).then();
    }

    private static void awaitState(String id, String state) {
        await(id, job -> state.equals(job.getString("state")));
    }

    private static void awaitLine(String id, String step) {
        await(id, job -> job.getString("plan.find { it.step == '" + step + "' }.startedAt") != null);
    }

    private static void await(String id, Predicate<JsonPath> condition) {
        eventually().until(() -> asAdmin().get("/api/v1/jobs/" + id).jsonPath(), condition);
    }
}
