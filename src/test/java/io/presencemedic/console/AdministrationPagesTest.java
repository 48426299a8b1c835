package io.presencemedic.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@PlayedScenario("sync-agent-credentials-ha-off")
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class AdministrationPagesTest {
    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([^<]+)</code>");

    private Browser admin;

    @BeforeEach
    void logIn() {
        admin = Browser.with(ServiceUnderTest.ADMIN_KEY);
    }

    private static String secret(String page) {
        Matcher found = SECRET.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private String idOf(String list, String name) {
        Matcher found = Pattern.compile("action=\"" + list
                        + "/([0-9a-f-]{36})/rotation\"(?:(?!/rotation)[\\s\\S]){0,600}Rotate " + name + "<")
                .matcher(admin.page(list).asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void aKeyIsMadeForOneClusterUntilADayAndIsShownOnceRotatedAndEnded() {
        String name = "key-" + UUID.randomUUID();
        String once = UUID.randomUUID().toString();
        String made = secret(create(name, once));
        Browser.with(made)
                .page("/console/clusters/simulated")
                .then()
                .statusCode(200)
                .body(containsString("Diagnose now"), not(containsString("Plan another runbook")));
        assertThat(create(name, once)).contains("It was made before").doesNotContain(made);
        admin.page("/console/keys")
                .then()
                .body(containsString(name), containsString("2099-01-31T00:00:00Z"), not(containsString(made)));

        String id = idOf("/console/keys", name);
        String rotated =
                secret(admin.form().post("/console/keys/" + id + "/rotation").asString());
        assertThat(rotated).isNotEqualTo(made);
        Browser last = Browser.with(rotated);
        admin.form().post("/console/keys/" + id + "/end").then().statusCode(303);
        last.page("/console/now").then().statusCode(303).header("Location", containsString("/console/login"));
    }

    private String create(String name, String once) {
        return admin.form(once)
                .formParam("name", name)
                .formParam("verbs", "DIAGNOSE")
                .formParam("clusters", "simulated, other-*")
                .formParam("expires", "2099-01-31")
                .post("/console/keys")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void aWrongFieldOfAFormIsNamed() {
        admin.form()
                .formParam("name", "Not A Name")
                .formParam("role", "VIEWER")
                .post("/console/keys")
                .then()
                .statusCode(400)
                .body(containsString("VALIDATION_FAILED"), containsString("name"));
        admin.form()
                .formParam("name", "fine")
                .formParam("role", "VIEWER")
                .formParam("expires", "soon")
                .post("/console/keys")
                .then()
                .statusCode(400)
                .body(containsString("expiresAt"));
    }

    @Test
    void aWebhookIsAddedPingedSwitchedOffAndRemoved() {
        String name = "hook-" + UUID.randomUUID();
        assertThat(secret(admin.form()
                        .formParam("name", name)
                        .formParam("url", "http://127.0.0.1:9/presence")
                        .formParam("format", "STANDARD")
                        .formParam("events", "JOB_FINISHED", "FINDING_NEW")
                        .post("/console/webhooks")
                        .asString()))
                .startsWith("whsec_");
        Matcher found = Pattern.compile("/console/webhooks/([0-9a-f-]{36})\">" + name)
                .matcher(admin.page("/console/webhooks").asString());
        assertThat(found.find()).isTrue();
        String hook = "/console/webhooks/" + found.group(1);
        admin.form().post(hook + "/ping").then().statusCode(303);
        admin.page(hook).then().body(containsString("Presence Medic can reach this receiver"));
        admin.form()
                .formParam("enabled", "false")
                .post(hook + "/enabled")
                .then()
                .statusCode(303);
        admin.page(hook).then().body(containsString("DISABLED"), containsString("Enable: tell it again"));
        admin.form().post(hook + "/end").then().statusCode(303);
        admin.page(hook).then().statusCode(404);
    }

    @Test
    void theAuditLogIsFilteredAndKept() {
        Browser.as("role", "\"VIEWER\"");
        admin.page("/console/audit?verb=key.create&subject=")
                .then()
                .statusCode(200)
                .body(containsString("key.create"), containsString("/console/audit/export?verb=key.create"))
                .body(containsString("&quot;role&quot; : &quot;VIEWER&quot;"));
        String lines = admin.request()
                .accept("application/x-ndjson")
                .get("/console/audit/export?verb=key.create")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(lines.lines()).isNotEmpty().allMatch(line -> line.contains("\"verb\":\"key.create\""));
        admin.page("/console/audit?from=yesterday").then().statusCode(400).body(containsString("from"));
    }

    @Test
    void aScheduleIsAddedPausedResumedAndRemoved() {
        String name = "every-morning-" + UUID.randomUUID();
        String address = admin.form()
                .formParam("name", name)
                .formParam("cluster", "simulated")
                .formParam("runbook", "diagnosis")
                .formParam("cron", "30 6 * * *")
                .formParam("timeZone", "Etc/UTC")
                .post("/console/schedules")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String schedule = address.substring(address.indexOf("/console"));
        admin.page("/console/schedules")
                .then()
                .statusCode(200)
                .body(containsString(name), containsString("T06:30:00Z"));
        admin.form().post(schedule + "/pause").then().statusCode(303);
        admin.page(schedule).then().body(containsString("PAUSED"), containsString("it rests"));
        admin.form().post(schedule + "/resume").then().statusCode(303);
        admin.page(schedule).then().body(containsString("ENABLED"));
        Browser.as("role", "\"VIEWER\"")
                .page(schedule)
                .then()
                .statusCode(200)
                .body(containsString(name), not(containsString("Pause: begin nothing")));
        admin.form().post(schedule + "/end").then().statusCode(303);
        admin.page(schedule).then().statusCode(404);
    }
}
