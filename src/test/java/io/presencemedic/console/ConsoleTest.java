package io.presencemedic.console;

import static io.presencemedic.ServiceUnderTest.ADMIN_KEY;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@PlayedScenario("sync-agent-credentials-ha-off")
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class ConsoleTest {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private static RequestSpecification browser() {
        return given().redirects().follow(false).accept("text/html");
    }

    private static Response login(String key) {
        return browser().formParam("key", key).formParam("to", "/console/jobs").post("/console/login");
    }

    private static Cookie session(String key) {
        return login(key).then().statusCode(303).extract().detailedCookie("medic_session");
    }

    private static String key(String role) {
        return asAdmin()
                .contentType("application/json")
                .body("{\"name\":\"person-" + UUID.randomUUID() + "\",\"role\":\"" + role + "\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static String csrf(Cookie session) {
        Matcher found = CSRF.matcher(
                browser().cookie(session).get("/console/now").then().extract().asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/now", "/console/clusters/simulated", "/console/jobs", "/console/evidence"})
    void a_page_without_a_session_leads_to_the_login(String page) {
        browser().get(page).then().statusCode(303).header("Location", containsString("/console/login?to="));
    }

    @Test
    void what_a_page_fetches_by_itself_without_a_session_leads_its_page_to_the_login() {
        browser()
                .header("HX-Request", "true")
                .get("/console/now/live")
                .then()
                .statusCode(200)
                .header("HX-Redirect", containsString("/console/login"));
    }

    @Test
    void a_session_is_kept_from_scripts_and_other_sites_and_belongs_to_these_pages_only() {
        Cookie session = session(ADMIN_KEY);
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualTo("Strict");
        assertThat(session.getPath()).isEqualTo("/console");
        given().cookie(session).get("/api/v1/clusters").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({"/console/login,false", "/console/login?to=/console/now,false", "/console/login?ended=true,true"})
    void the_login_asks_for_a_key_and_says_so_where_a_session_has_ended(String page, boolean ended) {
        String shown = browser().get(page).then().statusCode(200).extract().asString();
        assertThat(shown).contains("API key");
        assertThat(shown.contains("Your session has ended")).isEqualTo(ended);
    }

    @Test
    void the_login_leads_back_to_a_page_of_ours_and_nowhere_else() {
        login(ADMIN_KEY).then().header("Location", containsString("/console/jobs"));
        browser()
                .formParam("key", ADMIN_KEY)
                .formParam("to", "//evil.example")
                .post("/console/login")
                .then()
                .statusCode(303)
                .header("Location", containsString("/console/now"));
    }

    @Test
    void a_wrong_key_opens_nothing_and_is_not_told_what_was_wrong() {
        login("wrong")
                .then()
                .statusCode(401)
                .body(containsString("That did not work"))
                .cookies(java.util.Map.of());
    }

    @Test
    void after_the_logout_the_session_opens_nothing() {
        Cookie session = session(ADMIN_KEY);
        browser()
                .cookie(session)
                .formParam("csrf", csrf(session))
                .post("/console/logout")
                .then()
                .statusCode(303);
        browser().cookie(session).get("/console/now").then().statusCode(303);
    }

    @Test
    void who_came_and_went_stands_in_the_audit_log() {
        Cookie session = session(key("VIEWER"));
        browser()
                .cookie(session)
                .formParam("csrf", csrf(session))
                .post("/console/logout")
                .then()
                .statusCode(303);
        String who = asAdmin()
                .get("/api/v1/audit?verb=session.close&limit=1")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].subject");
        assertThat(who).startsWith("person-");
        asAdmin()
                .queryParam("subject", who)
                .queryParam("verb", "session.open")
                .get("/api/v1/audit")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].outcome", equalTo("DONE"))
                .body("items[0].address", equalTo("127.0.0.1"));
    }

    @Test
    void a_form_of_another_site_changes_nothing() {
        Cookie session = session(ADMIN_KEY);
        browser()
                .cookie(session)
                .formParam("runbook", "services-stuck-in-starting")
                .post("/console/clusters/simulated/plans")
                .then()
                .statusCode(403)
                .body(containsString("FORM_NOT_OURS"));
    }

    @Test
    void a_form_that_stood_open_while_its_person_logged_in_again_is_offered_once_more() {
        String earlier = csrf(session(ADMIN_KEY));
        Cookie session = session(ADMIN_KEY);
        String offered = browser()
                .cookie(session)
                .header("Origin", RestAssured.baseURI + ":" + RestAssured.port)
                .formParam("csrf", earlier)
                .formParam("runbook", "recover")
                .formParam("reason", "a \"reason\" <b>")
                .post("/console/clusters/simulated/plans")
                .then()
                .statusCode(403)
                .extract()
                .asString();
        assertThat(offered)
                .contains("FORM_NOT_OURS", "Nothing was done yet", "action=\"/console/clusters/simulated/plans\"")
                .contains("name=\"csrf\" value=\"" + csrf(session) + "\"")
                .contains("name=\"runbook\" value=\"recover\"")
                .contains("name=\"reason\" value=\"a &quot;reason&quot; &lt;b&gt;\"")
                .doesNotContain(earlier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "https://"})
    void a_form_that_another_site_sends_is_not_offered_again(String origin) {
        browser()
                .cookie(session(ADMIN_KEY))
                .header("Origin", origin)
                .formParam("csrf", "guessed")
                .formParam("runbook", "recover")
                .post("/console/clusters/simulated/plans")
                .then()
                .statusCode(403)
                .body(containsString("FORM_NOT_OURS"), not(containsString("Once more")));
    }

    @Test
    void what_browsers_ask_for_by_themselves_is_there_for_everybody() {
        browser().get("/favicon.ico").then().statusCode(200).contentType(containsString("icon"));
    }

    @Test
    void a_person_plans_a_remedy_and_sees_its_lines() {
        Cookie session = session(key("OPERATOR"));
        String job = browser()
                .cookie(session)
                .formParam("csrf", csrf(session))
                .formParam("key", UUID.randomUUID().toString())
                .formParam("runbook", "recover")
                .post("/console/clusters/simulated/plans")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String id = job.substring(job.lastIndexOf('/') + 1);
        browser()
                .cookie(session)
                .get("/console/jobs/" + id)
                .then()
                .statusCode(200)
                .body(containsString("recover"));
    }

    @Test
    void a_viewer_has_no_buttons_and_is_refused_all_the_same() {
        Cookie session = session(key("VIEWER"));
        browser()
                .cookie(session)
                .get("/console/clusters/simulated")
                .then()
                .statusCode(200)
                .body(not(containsString("Diagnose now")));
        browser()
                .cookie(session)
                .formParam("csrf", csrf(session))
                .post("/console/clusters/simulated/diagnoses")
                .then()
                .statusCode(403);
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
        Cookie session = session(ADMIN_KEY);
        String page = browser()
                .cookie(session)
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
        Cookie session = session(key("VIEWER"));
        browser()
                .cookie(session)
                .formParam("csrf", csrf(session))
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
    void every_page_forbids_scripts_and_styles_that_are_not_ours() {
        browser()
                .cookie(session(ADMIN_KEY))
                .get("/console/now")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", containsString("no-store"))
                .body(not(containsString("<style")))
                .body(not(containsString(" style=")));
    }

    @Test
    void an_unknown_job_is_told_on_a_page() {
        browser()
                .cookie(session(ADMIN_KEY))
                .get("/console/jobs/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body(containsString("JOB_UNKNOWN"));
    }

    @Test
    void the_stylesheet_is_there_for_the_login_page() {
        browser().get("/console/console.css").then().statusCode(200).body(not(equalTo("")));
    }
}
