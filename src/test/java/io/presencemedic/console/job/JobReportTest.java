package io.presencemedic.console.job;

import static io.presencemedic.Eventually.eventually;
import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.IssuedKey;
import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a job's report says of it, in each of its forms. */
@QuarkusTest
@PlayedScenario("stuck-in-starting")
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class JobReportTest {
    private static final List<String> FORMS = List.of("text/markdown", "text/html", "text/plain");

    @Test
    void saysWhatWasDoneOnceAndHowTheClusterStoodBeforeAndAfterAndWhatEvidenceThereIs() {
        ended("diagnoses", Map.of());
        String job = ended("jobs", Map.of("runbook", "services-stuck-in-starting"));
        String bundle = ended("bundles", Map.of("kind", "E-NETWORK", "job", job));
        ended("diagnoses", Map.of());
        String sha256 = asAdmin().get("/api/v1/bundles/" + bundle).path("sha256");
        List<String> sent = commands(job);
        assertThat(sent).isNotEmpty();

        for (String form : FORMS) {
            assertThat(report(job, form))
                    .as(form)
                    .containsPattern("Before, .*: STUCK_IN_STARTING")
                    .containsPattern("After, .*: ")
                    .contains(bundle, sha256);
        }
        assertThat(report(reader("diagnosis"), job, "text/plain"))
                .contains("STUCK_IN_STARTING")
                .doesNotContain(bundle);
        assertThat(report(reader("evidence-network"), job, "text/plain"))
                .contains(bundle)
                .doesNotContainPattern("Before, .*: STUCK_IN_STARTING");
        String text = report(job, "text/plain");
        assertThat(changes(text)).containsExactlyElementsOf(sent);
        assertThat(text).hasSizeLessThanOrEqualTo(4_000);
    }

    /** The commands that the text names as sent; each stands behind its time. */
    private static List<String> changes(String text) {
        String section = text.substring(text.indexOf("Changes sent\n"), text.indexOf("\nDone"));
        return section.lines()
                .filter(line -> line.startsWith("  "))
                .map(line -> line.replaceFirst("^  \\S+ \\S+ UTC ", ""))
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

    /** Who may read this job's runbook and another one. */
    private static String reader(String runbook) {
        return IssuedKey.of(
                "reader",
                "\"grants\":[{\"verbs\":[\"READ\"],\"runbooks\":[\"services-stuck-in-starting\",\"" + runbook
                        + "\"]}]");
    }

    private static String report(String job, String form) {
        return report(ServiceUnderTest.ADMIN_KEY, job, form);
    }

    private static String report(String key, String job, String form) {
        return as(key).accept(form)
                .get("/api/v1/jobs/" + job + "/report")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String ended(String what, Map<String, String> body) {
        String id = asAdmin()
                .contentType(ContentType.JSON)
                .header("Prefer", "wait=25")
                .body(body)
                .post("/api/v1/clusters/simulated/" + what)
                .path("id");
        eventually().until(() -> "SUCCEEDED"
                .equals(asAdmin().get("/api/v1/" + what + "/" + id).path("state")));
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
