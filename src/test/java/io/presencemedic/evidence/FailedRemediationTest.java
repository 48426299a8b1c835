package io.presencemedic.evidence;

import static io.presencemedic.Eventually.eventually;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.evidence.SimulatedBundles.BUNDLES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.database.Blocking;
import io.presencemedic.evidence.folder.ArchiveInfo;
import io.presencemedic.evidence.folder.BundleDirectories;
import io.presencemedic.job.log.JobState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens to bundles without anybody asking: those that failed remediations get, and those whose time is over. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@PlayedScenario("intercluster-sync-agent-defect")
class FailedRemediationTest {
    @Inject
    FailedRemediations failed;

    @Inject
    BundleRequests bundles;

    @Inject
    BundleRepository store;

    @Inject
    BundleDirectories folders;

    @Inject
    BundleRetention retention;

    @Test
    void aRemediationThatEndsAtTacGetsItsBundleOnce() throws Exception {
        String job = asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"runbook\":\"intercluster-sync-agent-down\",\"ticket\":\"INC0054321\"}")
                .post("/api/v1/clusters/simulated/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        ServiceUnderTest.awaitEnd(job);
        assertThat(asAdmin().get("/api/v1/jobs/" + job).jsonPath().getString("state"))
                .isEqualTo("FAILED");
        String bundle = bundleOf(job);
        ServiceUnderTest.awaitEnd(bundle);

        failed.ended(UUID.fromString(job), JobState.FAILED);
        failed.makeUp();
        assertThat(bundles.request("simulated", BundleKind.ICSA, UUID.fromString(job)))
                .hasToString(bundle);
        assertThat(bundlesOf(job)).containsExactly(bundle);

        Map<String, byte[]> files = SimulatedBundles.files(SimulatedBundles.content(bundle));
        JsonNode manifest = SimulatedBundles.manifest(files);
        assertThat(manifest.path("job").asText()).isEqualTo(job);
        assertThat(files.keySet()).anyMatch(path -> path.startsWith("before/imp-"));
        assertThat(files).containsKeys("job/report.txt", "job/events.json", "job/transcripts.txt");
        assertThat(SimulatedBundles.text(files, "README.txt"))
                .contains("What was done (job " + job, "intercluster-sync-agent-down", "INC0054321");
    }

    @Test
    void aBundleWhoseTimeIsOverIsGoneWithItsFiles() throws Exception {
        String id = SimulatedBundles.collected("E-NETWORK");
        UUID bundle = UUID.fromString(id);
        assertThat(Files.exists(folders.of(bundle).archive())).isTrue();
        retention.removeExpired();
        asAdmin().get("/api/v1/bundles/" + id).then().statusCode(200);

        ArchiveInfo packed = Blocking.await(store.packed(bundle)).orElseThrow();
        Instant past = packed.packedAt().minus(Duration.ofDays(1));
        Blocking.await(store.packed(
                bundle,
                new ArchiveInfo(packed.size(), packed.sha256(), packed.files(), packed.notAvailable(), past, past)));
        retention.removeExpired();
        asAdmin().get("/api/v1/bundles/" + id).then().statusCode(404);
        assertThat(Files.exists(folders.of(bundle).archive())).isFalse();
        assertThat(asAdmin().get(BUNDLES).jsonPath().<String>getList("items.id"))
                .doesNotContain(id);
    }

    @Test
    void withPseudonymsNoAddressAndNoUserIsLeft() throws Exception {
        String id = SimulatedBundles.ask("{\"kind\":\"E-SYNC-AGENT\",\"pseudonyms\":true}")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        ServiceUnderTest.awaitEnd(id);
        Map<String, byte[]> files = SimulatedBundles.files(SimulatedBundles.content(id));
        files.forEach((path, content) ->
                assertThat(new String(content, StandardCharsets.UTF_8)).as(path).doesNotContain("192.0.2."));
        assertThat(SimulatedBundles.text(files, "cli/imp-pub/show-network-cluster.txt"))
                .contains("ipv4-");
        assertThat(SimulatedBundles.manifest(files).path("pseudonyms").asBoolean())
                .isTrue();
    }

    /** The end of a job is told after its last event. */
    private static String bundleOf(String job) {
        return eventually().until(() -> bundlesOf(job), made -> !made.isEmpty()).get(0);
    }

    private static List<String> bundlesOf(String job) {
        JsonPath all = asAdmin().queryParam("limit", 200).get(BUNDLES).jsonPath();
        return all.getList("items.findAll { it.job == '" + job + "' }.id");
    }
}
