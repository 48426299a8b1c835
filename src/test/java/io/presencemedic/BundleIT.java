package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar collects a bundle and is killed in the middle of it. */
class BundleIT {
    private static final Map<String, String> FAST = Map.of(
            "MEDIC_SIMULATOR_SCENARIO", "intercluster-sync-agent-defect",
            "MEDIC_SIMULATOR_TIME_FACTOR", "240",
            "MEDIC_LINK_HTTP_REQUESTS_PER_MINUTE", "100000");

    @TempDir
    Path folder;

    @Test
    void aBundleThatASigkillInterruptsIsCompletedAndNothingIsFetchedTwice() throws Exception {
        try (PackagedService service = new PackagedService(folder.resolve("home"), FAST)) {
            service.awaitReady();
            String id = service.asAdmin()
                    .contentType(ContentType.JSON)
                    .body("{\"kind\":\"E-NETWORK\"}")
                    .post("/api/v1/clusters/simulated/bundles")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");
            service.await("some log files are there", () -> fetched(service, id).size() >= 4);
            service.kill();
            service.start();
            service.awaitReady();
            service.await("the bundle is packed", () -> "SUCCEEDED"
                    .equals(show(service, id).getString("state")));

            Map<String, Integer> times = new HashMap<>();
            sent(service, id).forEach(each -> times.merge(each, 1, Integer::sum));
            List<String> twice =
                    times.keySet().stream().filter(each -> times.get(each) > 1).toList();
            assertThat(twice).as("only what was cut off is sent again").hasSizeLessThanOrEqualTo(1);
            acceptedByUnzipAndSha256sum(service, id);
        }
    }

    private void acceptedByUnzipAndSha256sum(PackagedService service, String id) throws Exception {
        byte[] archive =
                service.asAdmin().get("/api/v1/bundles/" + id + "/content").asByteArray();
        Files.write(folder.resolve("bundle.zip"), archive);
        assertThat(Tool.run(folder, "unzip", "-q", "bundle.zip")).isZero();
        assertThat(Tool.run(folder, "sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"))
                .isZero();
    }

    private static List<String> fetched(PackagedService service, String id) {
        return sent(service, id).stream()
                .filter(each -> each.contains("GetOneFile"))
                .toList();
    }

    /** What was sent to the nodes for items of the bundle, answered or not. */
    private static List<String> sent(PackagedService service, String id) {
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

    private static JsonPath show(PackagedService service, String id) {
        try {
            return service.asAdmin().get("/api/v1/bundles/" + id).jsonPath();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
