package io.presencemedic.job;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@PlayedScenario("healthy")
class JobApiTest {
    static final String JOBS = "/api/v1/clusters/simulated/jobs";

    @Test
    void aProcedureOnAHealthyClusterChangesNothing() {
        run("{\"runbook\":\"services-stuck-in-starting\"}")
                .statusCode(200)
                .header("Preference-Applied", "wait=25")
                .body("state", is("SUCCEEDED"))
                .body("changed", is(false))
                .body("outcome", is("ALREADY_SO"))
                .body("failure", nullValue())
                .body("leftSwitchedOff.size()", is(0));
    }

    @Test
    void aPlanSaysWhatWouldBeDoneAndBindsALaterExecution() {
        String hash = run("{\"runbook\":\"service-restart\",\"mode\":\"PLAN\",\"target\":{\"node\":\"imp-sub\"},"
                        + "\"parameters\":{\"service\":\"Cisco SIP Proxy\"}}")
                .body("state", is("SUCCEEDED"))
                .body("plan[0].outcome", is("CHANGED"))
                .body("plan[0].commands", hasItem("utils service restart Cisco SIP Proxy"))
                .extract()
                .path("planHash");
        assertThat(hash).matches("[0-9a-f]{64}");

        post("{\"runbook\":\"service-restart\",\"target\":{\"node\":\"imp-sub\"},"
                        + "\"parameters\":{\"service\":\"Cisco Presence Engine\"},\"planHash\":\"" + hash + "\"}")
                .statusCode(409)
                .body("code", is("PLAN_CHANGED"));
        run("{\"runbook\":\"service-restart\",\"target\":{\"node\":\"imp-sub\"},"
                        + "\"parameters\":{\"service\":\"Cisco SIP Proxy\"},\"planHash\":\"" + hash + "\"}")
                .body("state", is("SUCCEEDED"))
                .body("changed", is(true));
    }

    @Test
    void aBusyClusterNamesItsLiveJobAndACancellationBringsEverythingBack() {
        String holding = post("{\"runbook\":\"high-availability-disable\",\"parameters\":{\"restoreAfter\":\"P1D\"}}")
                .statusCode(202)
                .extract()
                .path("id");
        post("{\"runbook\":\"service-start\",\"target\":{\"node\":\"imp-sub\"},"
                        + "\"parameters\":{\"service\":\"Cisco SIP Proxy\"}}")
                .statusCode(409)
                .header("Retry-After", notNullValue())
                .body("code", is("CLUSTER_BUSY"))
                .body("job", equalTo(holding));

        asAdmin().post("/api/v1/jobs/" + holding + "/cancel").then().statusCode(200);
        asAdmin().post("/api/v1/jobs/" + holding + "/cancel").then().statusCode(200);
        awaitFinal(holding).body("state", is("CANCELLED")).body("leftSwitchedOff.size()", is(0));
    }

    @Test
    void eventsComeAsAPageAsAStreamAndAsText() {
        String id = run("{\"runbook\":\"services-stuck-in-starting\",\"mode\":\"PLAN\"}")
                .extract()
                .path("id");
        String events = "/api/v1/jobs/" + id + "/events";
        asAdmin()
                .queryParam("limit", 2)
                .get(events)
                .then()
                .statusCode(200)
                .body("items[0].seq", is(1))
                .body("items[0].type", is("SUBMITTED"))
                .body("nextCursor", notNullValue());
        String stream = asAdmin().accept("text/event-stream").get(events).asString();
        assertThat(stream).contains("id:1").contains("event:FINISHED");
        String rest = asAdmin()
                .accept("text/event-stream")
                .header("Last-Event-ID", "2")
                .get(events)
                .asString();
        assertThat(rest).contains("id:3").doesNotContain("id:2\n");
        asAdmin().accept(ContentType.TEXT).get(events).then().statusCode(200).body(containsString("state: SUCCEEDED"));
        asAdmin()
                .accept(ContentType.TEXT)
                .get("/api/v1/jobs/" + id)
                .then()
                .body(containsString("confirm-services-starting"));
        asAdmin()
                .get("/api/v1/jobs/" + id + "/transcripts")
                .then()
                .statusCode(200)
                .body("items.command", hasItem("utils service list"));
    }

    @Test
    void jobsAreListedNewestFirstAndFiltered() {
        String ticket = "INC" + System.nanoTime();
        String id = run("{\"runbook\":\"services-stuck-in-starting\",\"mode\":\"PLAN\",\"ticket\":\"" + ticket + "\"}")
                .extract()
                .path("id");
        asAdmin()
                .queryParam("ticket", ticket)
                .queryParam("state", "SUCCEEDED")
                .get("/api/v1/jobs")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)));
        asAdmin().queryParam("state", "MAYBE").get("/api/v1/jobs").then().statusCode(400);
    }

    @Test
    void theCatalogueShowsEveryRunbookWithItsSchema() {
        asAdmin()
                .get("/api/v1/runbooks/service-start")
                .then()
                .statusCode(200)
                .body("name", is("service-start"))
                .body("parameters.required", hasItem("service"))
                .body("title", startsWith("Starts"));
        asAdmin().get("/api/v1/runbooks/nonsense").then().statusCode(404);
    }

    @Test
    void whoeverDoesNotWantToWaitIsAnsweredAtOnce() {
        asAdmin()
                .contentType(ContentType.JSON)
                .header("Prefer", "wait=0")
                .body("{\"runbook\":\"high-availability-enable\",\"mode\":\"PLAN\"}")
                .post(JOBS)
                .then()
                .statusCode(202)
                .header("Preference-Applied", "wait=0");
    }

    @Test
    void theCatalogueComesInPartsLikeEveryList() {
        ValidatableResponse first =
                asAdmin().queryParam("limit", 1).get("/api/v1/runbooks").then().body("items.size()", is(1));
        String name = first.extract().path("items[0].name");
        asAdmin()
                .queryParam("cursor", first.extract().<String>path("nextCursor"))
                .get("/api/v1/runbooks")
                .then()
                .body("items.name", everyItem(greaterThan(name)));
    }

    private static ValidatableResponse run(String body) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .header("Prefer", "wait=60")
                .body(body)
                .post(JOBS)
                .then();
    }

    static ValidatableResponse post(String body) {
        return asAdmin().contentType(ContentType.JSON).body(body).post(JOBS).then();
    }

    /** The stream of events ends with the job. */
    private static ValidatableResponse awaitFinal(String id) {
        asAdmin()
                .accept("text/event-stream")
                .get("/api/v1/jobs/" + id + "/events")
                .asString();
        return asAdmin().get("/api/v1/jobs/" + id).then();
    }
}
