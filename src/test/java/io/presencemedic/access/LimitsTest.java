package io.presencemedic.access;

import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The configuration of the tests allows few analyses in a minute, and of all else what every installation does. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class LimitsTest {
    private static String key() {
        return asAdmin()
                .contentType("application/json")
                .body("{\"name\":\"k-" + UUID.randomUUID() + "\",\"role\":\"VIEWER\"}")
                .post("/api/v1/keys")
                .path("key");
    }

    private static Response analyse(String key) {
        return as(key).contentType("text/plain").body("x").post("/api/v1/analyses");
    }

    @Test
    void whoStaysBelowIsToldWhatIsLeft() {
        as(key())
                .get("/api/v1/clusters")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", startsWith("\"requests\";q=12000;w=60"))
                .header("RateLimit", startsWith("\"requests\";r=11999;t="));
    }

    @Test
    void aRetryAndARunOutOfTurnAreCountedAsEveryOtherJob() {
        for (String verb : new String[] {"jobs/%s/retry", "schedules/%s/runs"}) {
            asAdmin()
                    .post("/api/v1/" + verb.formatted(UUID.randomUUID()))
                    .then()
                    .statusCode(404)
                    .header("RateLimit-Policy", containsString("\"submissions\";q=1200;w=60"));
        }
    }

    @Test
    void whoAsksForTooMuchIsToldWhenToAskAgainAndNobodyElseIs() {
        String greedy = key();
        Response answer = analyse(greedy);
        for (int i = 0; i < 2_000 && answer.statusCode() == 200; i++) {
            answer = analyse(greedy);
        }
        answer.then()
                .statusCode(429)
                .body("code", equalTo("TOO_MANY_REQUESTS"))
                .header("Retry-After", "1")
                .header("RateLimit-Policy", containsString("\"analyses\";q=200;w=60"))
                .header("RateLimit", containsString("\"analyses\";r=0;t="));
        as(greedy).get("/api/v1/clusters").then().statusCode(200);
        analyse(key()).then().statusCode(200);
        assertThat(asAdmin().get("/q/metrics").asString())
                .contains("medic_access_refused_total{code=\"TOO_MANY_REQUESTS\"}");
    }
}
