package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, used as the README tells it. */
class StoryIT {
    private static final Map<String, String> ILL_AND_FAST =
            Map.of("MEDIC_SIMULATOR_SCENARIO", "stuck-in-starting", "MEDIC_SIMULATOR_TIME_FACTOR", "240");
    private static final String REPAIR = "{\"runbook\":\"services-stuck-in-starting\",\"reason\":\"story\"}";

    @TempDir
    Path folder;

    @Test
    void theStoryOfTheReadmeHoldsAndSurvivesASigkillInTheMiddleOfTheJob() throws Exception {
        try (PackagedService service = new PackagedService(folder.resolve("home"), ILL_AND_FAST)) {
            service.awaitReady();
            service.anonymous().get("/api/v1/clusters").then().statusCode(401);
            service.asAdmin().get("/api/v1/clusters").then().statusCode(200).body("items.id", hasItem("simulated"));
            planChangesNothing(service);
            String job = submit(service, "story-1");
            assertThat(submit(service, "story-1")).isEqualTo(job);

            service.await(
                    "the job holds something off", () -> !off(service, job).isEmpty());
            service.kill();
            service.start();
            service.awaitReady();

            service.await("the job is final", () -> List.of("SUCCEEDED", "FAILED", "NEEDS_ATTENTION")
                    .contains(show(service, job).getString("state")));
            JsonPath done = show(service, job);
            assertThat(done.getString("state")).as(done.prettify()).isEqualTo("SUCCEEDED");
            assertThat(done.getList("leftSwitchedOff")).isEmpty();
            assertThat(done.getBoolean("changed")).isTrue();
            everythingIsOnAgain(service);
            eventsAreGapFree(service, job);
        }
    }

    private static void planChangesNothing(PackagedService service) throws IOException {
        service.asAdmin()
                .contentType(ContentType.JSON)
                .header("Prefer", "wait=25")
                .body("{\"runbook\":\"services-stuck-in-starting\",\"mode\":\"PLAN\"}")
                .post("/api/v1/clusters/simulated/jobs")
                .then()
                .statusCode(200)
                .body("state", is("SUCCEEDED"))
                .body("planHash", notNullValue())
                .body("leftSwitchedOff", empty());
    }

    private static String submit(PackagedService service, String key) throws IOException {
        return service.asAdmin()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(REPAIR)
                .post("/api/v1/clusters/simulated/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static void everythingIsOnAgain(PackagedService service) throws IOException {
        service.asAdmin()
                .contentType(ContentType.JSON)
                .header("Prefer", "wait=25")
                .body("{\"runbook\":\"high-availability-enable\",\"mode\":\"PLAN\"}")
                .post("/api/v1/clusters/simulated/jobs")
                .then()
                .body("plan[0].outcome", is("ALREADY_SO"));
    }

    private static void eventsAreGapFree(PackagedService service, String job) throws IOException {
        List<Integer> seqs = service.asAdmin()
                .queryParam("limit", 200)
                .get("/api/v1/jobs/" + job + "/events")
                .jsonPath()
                .getList("items.seq");
        assertThat(seqs).isNotEmpty().first().isEqualTo(1);
        assertThat(seqs.get(seqs.size() - 1)).isEqualTo(seqs.size());
    }

    private static List<Object> off(PackagedService service, String job) {
        return show(service, job).getList("leftSwitchedOff");
    }

    private static JsonPath show(PackagedService service, String job) {
        try {
            return service.asAdmin().get("/api/v1/jobs/" + job).jsonPath();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
