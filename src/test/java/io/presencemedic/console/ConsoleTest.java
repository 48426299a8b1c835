package io.presencemedic.console;

import static io.presencemedic.ServiceUnderTest.ADMIN_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.console.page.PageSize;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@PlayedScenario("sync-agent-credentials-ha-off")
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class ConsoleTest {
    @Test
    void what_browsers_ask_for_by_themselves_is_there_for_everybody() {
        Browser.anonymous().get("/favicon.ico").then().statusCode(200).contentType(containsString("icon"));
    }

    @Test
    void a_person_plans_a_remedy_and_sees_its_lines() {
        Browser person = Browser.as("role", "\"OPERATOR\"");
        String job = person.form()
                .formParam("runbook", "recover")
                .post("/console/clusters/simulated/plans")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String id = job.substring(job.lastIndexOf('/') + 1);
        person.page("/console/jobs/" + id).then().statusCode(200).body(containsString("recover"));
    }

    @Test
    void a_viewer_has_no_buttons_and_is_refused_all_the_same() {
        Browser person = Browser.as("role", "\"VIEWER\"");
        person.page("/console/clusters/simulated").then().statusCode(200).body(not(containsString("Diagnose now")));
        person.form().post("/console/clusters/simulated/diagnoses").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "{#if true}{inject:x}{/if}",
                "' onmouseover='x"
            })
    void hostile_text_is_shown_as_text(String hostile) {
        String page = Browser.with(ADMIN_KEY)
                .request()
                .queryParam("runbook", hostile)
                .get("/console/jobs")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).doesNotContain("<script>alert", "<img src=x", "onmouseover='x");
    }

    @Test
    void a_pasted_log_is_read() {
        Browser.as("role", "\"VIEWER\"")
                .form()
                .formParam(
                        "log",
                        "admin:show version active\nActive Master Version: 15.0.1.10100-41\n"
                                + "Active Version Installed Software Options:\nNo Installed Software Options Found.\nadmin:")
                .post("/console/analyse")
                .then()
                .statusCode(200)
                .body(containsString("show version active"))
                .body(containsString("15.0.1.10100-41"));
    }

    @Test
    void a_log_that_is_too_long_for_the_page_is_read_and_not_repeated() {
        String answer = "admin:show version active\nActive Master Version: 15.0.1.10100-41\n"
                + "Active Version Installed Software Options:\nNo Installed Software Options Found.\n";
        byte[] page = Browser.as("role", "\"VIEWER\"")
                .form()
                .formParam("log", answer.repeat(490_000 / answer.length()) + "admin:")
                .post("/console/analyse")
                .then()
                .statusCode(200)
                .body(containsString("characters was read as a whole"))
                .body(containsString(" more commands"))
                .extract()
                .asByteArray();
        assertThat(page).hasSizeLessThan(PageSize.MOST);
    }

    @Test
    void every_page_forbids_scripts_and_styles_that_are_not_ours() {
        Browser.with(ADMIN_KEY)
                .page("/console/now")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", containsString("no-store"))
                .body(not(containsString("<style")))
                .body(not(containsString(" style=")));
    }

    @Test
    void an_unknown_job_is_told_on_a_page() {
        Browser.with(ADMIN_KEY)
                .page("/console/jobs/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body(containsString("JOB_UNKNOWN"));
    }
}
