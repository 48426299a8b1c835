package io.presencemedic.job;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.job.JobApiTest.JOBS;
import static io.presencemedic.job.JobApiTest.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
@PlayedScenario("healthy")
class JobRequestTest {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"runbook\":\"nonsense\"} | RUNBOOK_UNKNOWN | runbook",
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

    @Test
    void aGroupThatTheLastDiagnosisDoesNotKnowIsRefusedAtOnce() {
        asAdmin()
                .header("Prefer", "wait=25")
                .post("/api/v1/clusters/simulated/diagnoses")
                .then()
                .statusCode(200);
        post("{\"runbook\":\"services-stuck-in-starting\",\"target\":{\"group\":\"nonsense\"}}")
                .statusCode(400)
                .body("code", is("GROUP_UNKNOWN"))
                .body("errors.field", hasItem("target.group"));
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
}
