package io.presencemedic.console;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.EnteredCluster;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.diagnosis.EnteredClusterTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a job's report says of it, in each of its forms. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@TestProfile(EnteredClusterTest.KnownAccounts.class)
class JobReportTest {
    private static final List<String> FORMS = List.of("text/markdown", "text/html", "text/plain");

    @Test
    void saysWhatWasDoneOnceAndHowTheClusterStoodBeforeAndAfterAndWhatEvidenceThereIs() {
        try (EnteredCluster cluster = new EnteredCluster("stuck-in-starting", false)) {
            cluster.diagnosed();
            String job = ended(cluster, "jobs", Map.of("runbook", "services-stuck-in-starting"), "SUCCEEDED");
            String bundle = ended(cluster, "bundles", Map.of("kind", "E-NETWORK", "job", job), "SUCCEEDED");
            cluster.diagnosed();
            String sha256 = asAdmin().get("/api/v1/bundles/" + bundle).path("sha256");
            List<String> sent = commands(job);
            assertThat(sent).isNotEmpty();

            for (String form : FORMS) {
                String report = report(job, form);
                assertThat(report)
                        .as(form)
                        .containsPattern("Before, .*: STUCK_IN_STARTING")
                        .containsPattern("After, .*: ")
                        .contains(bundle, sha256)
                        .doesNotContain("simulator");
            }
            assertThat(changes(report(job, "text/plain"))).containsExactlyElementsOf(sent);
            assertThat(report(job, "text/plain")).hasSizeLessThanOrEqualTo(4_000);
        }
    }

    /** The commands that the text names as sent; each stands behind its time. */
    private static List<String> changes(String text) {
        String section = text.substring(text.indexOf("Changes sent\n"), text.indexOf("\nDone"));
        return section.lines()
                .filter(line -> line.startsWith("  "))
                .map(line -> line.replaceFirst("^  \\S+( UTC)? ", ""))
                .toList();
    }

    /** What was sent to change the cluster. */
    private static List<String> commands(String job) {
        return asAdmin()
                .queryParam("limit", 200)
                .get("/api/v1/jobs/" + job + "/events")
                .jsonPath()
                .getList("items.findAll { it.type == 'ACTING' }.command");
    }

    private static String report(String job, String form) {
        return asAdmin()
                .accept(form)
                .get("/api/v1/jobs/" + job + "/report")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String ended(EnteredCluster cluster, String what, Map<String, String> body, String state) {
        String id = "";
        for (int i = 0; i < 4 && id.isEmpty(); i++) {
            var answer = asAdmin()
                    .contentType(ContentType.JSON)
                    .header("Prefer", "wait=25")
                    .header("Idempotency-Key", cluster.id + what)
                    .body(body)
                    .post("/api/v1/clusters/" + cluster.id + "/" + what)
                    .then()
                    .extract()
                    .jsonPath();
            id = state.equals(answer.getString("state")) ? answer.getString("id") : "";
        }
        assertThat(id).as(what).isNotEmpty();
        return id;
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 3_990, 4_000, 4_001, 9_000})
    void theTextFitsAWorkNoteAndEndsWithALine(int length) {
        String line = "a line of forty characters, and its end.\n";
        String text = line.repeat(length / line.length() + 1).substring(0, length);
        String fit = JobReportResource.fit(text);
        assertThat(fit).hasSizeLessThanOrEqualTo(4_000);
        if (length > 4_000) {
            assertThat(fit).contains(line.strip() + "\n… (shortened");
        } else {
            assertThat(fit).isEqualTo(text);
        }
    }
}
