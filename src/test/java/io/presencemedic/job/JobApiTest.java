package io.presencemedic.job;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@TestProfile(JobApiTest.SimulatedCluster.class)
class JobApiTest {
    private static final String JOBS = "/api/v1/clusters/simulated/jobs";

    /** A cluster that is well, on a fast clock. */
    public static final class SimulatedCluster implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "medic.simulator.enabled", "true",
                    "medic.simulator.scenario", "healthy",
                    "medic.simulator.time-factor", "600",
                    "medic.link.ssh.quiet", "PT0.02S");
        }
    }

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
    void theSameKeyFiftyTimesAtOnceMakesOneJob() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = "{\"runbook\":\"services-stuck-in-starting\",\"mode\":\"PLAN\"}";
        Set<String> ids = new HashSet<>();
        for (Future<String> id : fiftyTimes(() -> createOrRetry(key, body))) {
            ids.add(id.get());
        }
        assertThat(ids).hasSize(1);
        asAdmin()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"runbook\":\"services-stuck-in-starting\"}")
                .post(JOBS)
                .then()
                .statusCode(422);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"runbook\":\"nonsense\"} | RUNBOOK_UNKNOWN | runbook",
                "{\"runbook\":\"services-stuck-in-starting\",\"target\":{\"group\":\"nonsense\"}} | GROUP_UNKNOWN | target.group",
                "{\"runbook\":\"services-stuck-in-starting\",\"target\":{\"node\":\"imp-sub\"}} | TARGET_NOT_FITTING | target.node",
                "{\"runbook\":\"service-start\",\"parameters\":{\"service\":\"Cisco SIP Proxy\"}} | TARGET_REQUIRED | target.node",
                "{\"runbook\":\"service-start\",\"target\":{\"node\":\"x\"},\"parameters\":{\"service\":\"Cisco SIP Proxy\"}} | NODE_UNKNOWN | target.node",
                "{\"runbook\":\"service-start\",\"target\":{\"node\":\"imp-sub\"},\"parameters\":{\"service\":\"Cisco SIP Proxy; rm\"}} | VALIDATION_FAILED | parameters.service",
                "{\"runbook\":\"service-start\",\"target\":{\"node\":\"imp-sub\"}} | VALIDATION_FAILED | parameters.service",
                "{\"runbook\":\"services-stuck-in-starting\",\"parameters\":{\"x\":1}} | VALIDATION_FAILED | parameters.x",
                "{\"runbook\":\"high-availability-disable\",\"parameters\":{\"restoreAfter\":\"soon\"}} | VALIDATION_FAILED | parameters.restoreAfter"
            })
    void aRequestThatDoesNotFitIsRefusedByItsField(String body, String code, String field) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is(code))
                .body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"runbook\":",
                "[]",
                "{\"runbook\":\"services-stuck-in-starting\",\"unknown\":1}",
                "{\"runbook\":7.5e3,\"target\":[]}",
                "{\"runbook\":\"services-stuck-in-starting\",\"mode\":\"MAYBE\"}",
                "{\"runbook\":\"services-stuck-in-starting\",\"planHash\":\"xyz\"}",
                "{}",
                "null"
            })
    void aBodyThatIsNoRequestIsRefused(String body) {
        post(body).statusCode(400).contentType("application/problem+json").body("code", notNullValue());
    }

    @Test
    void anUnknownClusterAndAnUnknownJobAreNotFound() {
        asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"runbook\":\"services-stuck-in-starting\"}")
                .post("/api/v1/clusters/nonsense/jobs")
                .then()
                .statusCode(404)
                .body("code", is("CLUSTER_UNKNOWN"));
        asAdmin()
                .get("/api/v1/jobs/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", is("JOB_UNKNOWN"));
        asAdmin().get("/api/v1/jobs/nonsense").then().statusCode(org.hamcrest.Matchers.oneOf(400, 404));
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

    private static String createOrRetry(String key, String body) {
        var answer = asAdmin()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(JOBS);
        return answer.statusCode() == 409 ? createOrRetry(key, body) : answer.path("id");
    }

    private static List<Future<String>> fiftyTimes(Callable<String> work) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(10);
        try {
            List<Callable<String>> all = new ArrayList<>(java.util.Collections.nCopies(50, work));
            return threads.invokeAll(all);
        } finally {
            threads.shutdown();
        }
    }

    private static ValidatableResponse run(String body) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .header("Prefer", "wait=60")
                .body(body)
                .post(JOBS)
                .then();
    }

    private static ValidatableResponse post(String body) {
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
