package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, used as the README tells it, and killed in the middle of a job and of a bundle. */
class StoryIT {
    private static final Map<String, String> ILL_AND_FAST = Map.of(
            "MEDIC_SIMULATOR_SCENARIO", "stuck-in-starting",
            "MEDIC_SIMULATOR_TIME_FACTOR", "40",
            "MEDIC_LINK_HTTP_REQUESTS_PER_MINUTE", "100000");
    private static final String REPAIR = "{\"runbook\":\"services-stuck-in-starting\",\"reason\":\"story\"}";

    @TempDir
    static Path folder;

    private static PackagedService service;

    @BeforeAll
    static void start() throws IOException {
        service = new PackagedService(folder.resolve("home"), ILL_AND_FAST);
        service.awaitReady();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        service.close();
    }

    @Test
    void theStoryOfTheReadmeHoldsAndAJobAndABundleSurviveASigkillInTheMiddleOfBoth() throws Exception {
        service.anonymous().get("/api/v1/clusters").then().statusCode(401);
        service.asAdmin().get("/api/v1/clusters").then().statusCode(200).body("items.id", hasItem("simulated"));
        planChangesNothing();
        String job = submit("story-1");
        assertThat(submit("story-1")).isEqualTo(job);
        service.await("the job holds something off", () -> !off(job).isEmpty());
        String bundle = submitBundle();
        service.await("some log files are there", () -> fetched(bundle).size() >= 4);
        assertThat(off(job)).as("what the job still holds off").isNotEmpty();
        assertThat(stateOfBundle(bundle)).isEqualTo("RUNNING");
        service.kill();
        service.start();
        service.awaitReady();

        theJobSwitchesOnAgain(job);
        theBundleIsCompletedAndNothingIsFetchedTwice(bundle);
    }

    private static void theJobSwitchesOnAgain(String job) throws IOException {
        service.await("the job is final", () -> List.of("SUCCEEDED", "FAILED", "NEEDS_ATTENTION")
                .contains(show(job).getString("state")));
        JsonPath done = show(job);
        assertThat(done.getString("state")).as(done.prettify()).isEqualTo("SUCCEEDED");
        assertThat(done.getList("leftSwitchedOff")).isEmpty();
        assertThat(done.getBoolean("changed")).isTrue();
        everythingIsOnAgain();
        eventsAreGapFree(job);
    }

    private static void theBundleIsCompletedAndNothingIsFetchedTwice(String id) throws Exception {
        service.await("the bundle is packed", () -> "SUCCEEDED".equals(stateOfBundle(id)));
        Map<String, Integer> times = new HashMap<>();
        sent(id).forEach(each -> times.merge(each, 1, Integer::sum));
        List<String> twice =
                times.keySet().stream().filter(each -> times.get(each) > 1).toList();
        assertThat(twice).as("only what was cut off is sent again").hasSizeLessThanOrEqualTo(1);
        acceptedByUnzipAndSha256sum(id);
    }

    private static String submitBundle() throws IOException {
        return service.asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"kind\":\"E-NETWORK\"}")
                .post("/api/v1/clusters/simulated/bundles")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static void planChangesNothing() throws IOException {
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

    private static String submit(String key) throws IOException {
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

    private static void everythingIsOnAgain() throws IOException {
        service.asAdmin()
                .contentType(ContentType.JSON)
                .header("Prefer", "wait=25")
                .body("{\"runbook\":\"high-availability-enable\",\"mode\":\"PLAN\"}")
                .post("/api/v1/clusters/simulated/jobs")
                .then()
                .body("plan[0].outcome", is("ALREADY_SO"));
    }

    private static void eventsAreGapFree(String job) throws IOException {
        List<Integer> seqs = service.asAdmin()
                .queryParam("limit", 200)
                .get("/api/v1/jobs/" + job + "/events")
                .jsonPath()
                .getList("items.seq");
        assertThat(seqs).isNotEmpty().first().isEqualTo(1);
        assertThat(seqs.get(seqs.size() - 1)).isEqualTo(seqs.size());
    }

    private static List<Object> off(String job) {
        return show(job).getList("leftSwitchedOff");
    }

    private static JsonPath show(String job) {
        try {
            return service.asAdmin().get("/api/v1/jobs/" + job).jsonPath();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void acceptedByUnzipAndSha256sum(String id) throws Exception {
        byte[] archive =
                service.asAdmin().get("/api/v1/bundles/" + id + "/content").asByteArray();
        Files.write(folder.resolve("bundle.zip"), archive);
        assertThat(Tool.run(folder, "unzip", "-q", "bundle.zip")).isZero();
        assertThat(Tool.run(folder, "sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"))
                .isZero();
    }

    private static List<String> fetched(String id) {
        return sent(id).stream().filter(each -> each.contains("GetOneFile")).toList();
    }

    /** What was sent to the nodes for items of the bundle, answered or not. */
    private static List<String> sent(String id) {
        List<String> all = new ArrayList<>();
        String cursor = null;
        try {
            do {
                var request = service.asAdmin().queryParam("limit", 200);
                JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                        .get("/api/v1/jobs/" + id + "/transcripts")
                        .jsonPath();
                for (Map<String, Object> each : page.<Map<String, Object>>getList("items")) {
                    boolean ofAnItem = each.get("line") != null && (int) each.get("line") > 1;
                    if (ofAnItem) {
                        all.add(each.get("line") + " " + each.get("node") + " " + each.get("command"));
                    }
                }
                cursor = page.getString("nextCursor");
            } while (cursor != null);
            return all;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String stateOfBundle(String id) {
        try {
            return service.asAdmin().get("/api/v1/bundles/" + id).path("state");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
