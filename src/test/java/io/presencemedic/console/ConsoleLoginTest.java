package io.presencemedic.console;

import static io.presencemedic.ServiceUnderTest.ADMIN_KEY;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.presencemedic.IssuedKey;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.apache.http.conn.params.ConnRoutePNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in to the pages, for how long, and with which forms. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class ConsoleLoginTest {
    private static Response login(String key) {
        return Browser.anonymous()
                .formParam("key", key)
                .formParam("to", "/console/jobs")
                .post("/console/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/now", "/console/clusters/simulated", "/console/jobs", "/console/evidence"})
    void a_page_without_a_session_leads_to_the_login(String page) {
        Browser.anonymous().get(page).then().statusCode(303).header("Location", containsString("/console/login?to="));
    }

    @Test
    void what_a_page_fetches_by_itself_without_a_session_leads_its_page_to_the_login() {
        Browser.anonymous()
                .header("HX-Request", "true")
                .get("/console/now/live")
                .then()
                .statusCode(200)
                .header("HX-Redirect", containsString("/console/login"));
    }

    @Test
    void a_session_is_kept_from_scripts_and_other_sites_and_belongs_to_these_pages_only() {
        Cookie session = Browser.with(ADMIN_KEY).session();
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualTo("Strict");
        assertThat(session.getPath()).isEqualTo("/console");
        given().cookie(session).get("/api/v1/clusters").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({"/console/login,false", "/console/login?to=/console/now,false", "/console/login?ended=true,true"})
    void the_login_asks_for_a_key_and_says_so_where_a_session_has_ended(String page, boolean ended) {
        String shown =
                Browser.anonymous().get(page).then().statusCode(200).extract().asString();
        assertThat(shown).contains("API key");
        assertThat(shown.contains("Your session has ended")).isEqualTo(ended);
    }

    @Test
    void the_login_leads_back_to_a_page_of_ours_and_nowhere_else() {
        login(ADMIN_KEY).then().header("Location", containsString("/console/jobs"));
        Browser.anonymous()
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
                .cookies(Map.of());
    }

    @Test
    void after_the_logout_the_session_opens_nothing() {
        Browser person = Browser.with(ADMIN_KEY);
        person.form().post("/console/logout").then().statusCode(303);
        person.page("/console/now").then().statusCode(303);
    }

    @Test
    void a_session_opens_nothing_from_where_its_key_opens_nothing() throws UnknownHostException {
        Browser person = Browser.with(IssuedKey.of("here", "\"role\":\"VIEWER\",\"addresses\":[\"127.0.0.1/32\"]"));
        person.page("/console/now").then().statusCode(200);
        RestAssuredConfig elsewhere = RestAssuredConfig.config()
                .httpClient(HttpClientConfig.httpClientConfig()
                        .setParam(ConnRoutePNames.LOCAL_ADDRESS, InetAddress.getByName("127.0.0.2")));
        given().config(elsewhere)
                .redirects()
                .follow(false)
                .cookie(person.session())
                .get("/console/now")
                .then()
                .statusCode(303)
                .header("Location", containsString("/console/login"));
    }

    @Test
    void who_came_and_went_stands_in_the_audit_log() {
        Browser.as("role", "\"VIEWER\"").form().post("/console/logout").then().statusCode(303);
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
        Browser.with(ADMIN_KEY)
                .request()
                .formParam("runbook", "services-stuck-in-starting")
                .post("/console/clusters/simulated/plans")
                .then()
                .statusCode(403)
                .body(containsString("FORM_NOT_OURS"));
    }

    @Test
    void a_form_that_stood_open_while_its_person_logged_in_again_is_offered_once_more() {
        String earlier = Browser.with(ADMIN_KEY).csrf();
        Browser person = Browser.with(ADMIN_KEY);
        String offered = person.request()
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
                .contains("name=\"csrf\" value=\"" + person.csrf() + "\"")
                .contains("name=\"runbook\" value=\"recover\"")
                .contains("name=\"reason\" value=\"a &quot;reason&quot; &lt;b&gt;\"")
                .doesNotContain(earlier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "https://"})
    void a_form_that_another_site_sends_is_not_offered_again(String origin) {
        Browser.with(ADMIN_KEY)
                .request()
                .header("Origin", origin)
                .formParam("csrf", "guessed")
                .formParam("runbook", "recover")
                .post("/console/clusters/simulated/plans")
                .then()
                .statusCode(403)
                .body(containsString("FORM_NOT_OURS"), not(containsString("Once more")));
    }

    @Test
    void the_stylesheet_is_there_for_the_login_page() {
        Browser.anonymous().get("/console/console.css").then().statusCode(200).body(not(equalTo("")));
    }
}
