package io.presencemedic.console;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@PlayedScenario("sync-agent-credentials-ha-off")
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class ConsoleRightsTest {
    private static final String ELSEWHERE = "[{\"verbs\":[\"EXECUTE\",\"APPROVE\"],\"clusters\":[\"elsewhere-*\"]}]";
    private static final String ONE_RUNBOOK =
            "[{\"verbs\":[\"PLAN\"],\"clusters\":[\"simulated\"],\"runbooks\":[\"high-availability-enable\"]}]";

    /** A plan that has ended. */
    private static String plan() {
        return asAdmin()
                .contentType("application/json")
                .header("Prefer", "wait=25")
                .body("{\"runbook\":\"high-availability-enable\",\"mode\":\"PLAN\"}")
                .post("/api/v1/clusters/simulated/jobs")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    @Test
    void aPlansReportSaysThatNothingWasChanged() {
        String job = plan();
        asAdmin()
                .accept("text/plain")
                .get("/api/v1/jobs/" + job + "/report")
                .then()
                .statusCode(200)
                .body(containsString("a plan: nothing was changed"))
                .body(not(containsString("the cluster was changed")));
        Browser.as("role", "\"VIEWER\"")
                .page("/console/jobs/" + job + "/report")
                .then()
                .statusCode(200)
                .body(containsString("a plan: nothing was changed"));
    }

    @Test
    void whoMayReadOtherClustersOnlySeesNothingOfThisOne() {
        String job = plan();
        Browser elsewhere = Browser.as("grants", ELSEWHERE);
        elsewhere.page("/console/now").then().statusCode(200).body(not(containsString("simulated")));
        elsewhere.page("/console/jobs").then().statusCode(200).body(not(containsString(job)));
        elsewhere.page("/console/clusters/simulated").then().statusCode(404).body(containsString("CLUSTER_UNKNOWN"));
        for (String part : new String[] {"", "/live", "/transcripts", "/report"}) {
            elsewhere.page("/console/jobs/" + job + part).then().statusCode(404).body(containsString("JOB_UNKNOWN"));
        }
        elsewhere
                .form()
                .formParam("comment", "x")
                .post("/console/jobs/" + job + "/cancel")
                .then()
                .statusCode(404);
    }

    @Test
    void aRefusalBeforeThePageIsReachedIsAPage() {
        Browser.as("role", "\"VIEWER\"")
                .page("/console/audit")
                .then()
                .statusCode(403)
                .contentType("text/html")
                .body(containsString("FORBIDDEN"), containsString("<html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/audit", "/console/keys", "/console/webhooks"})
    void pagesForAdministratorsAreNotInTheMenuOfOthers(String page) {
        Browser operator = Browser.as("role", "\"OPERATOR\"");
        operator.page("/console/now").then().body(not(containsString("href=\"" + page)));
        operator.page(page).then().statusCode(403);
    }

    @Test
    void onlyRunbooksThatTheReaderMayPlanAreOffered() {
        Browser one = Browser.as("grants", ONE_RUNBOOK);
        one.page("/console/clusters/simulated")
                .then()
                .statusCode(200)
                .body(containsString("<option value=\"high-availability-enable\""))
                .body(not(containsString("<option value=\"database-down\"")))
                .body(not(containsString("Diagnose now")));
        one.form()
                .formParam("runbook", "database-down")
                .post("/console/clusters/simulated/plans")
                .then()
                .statusCode(403);
    }

    @Test
    void nobodyApprovesHisOwnJobOnAPageEither() {
        Browser.with(ServiceUnderTest.ADMIN_KEY)
                .form()
                .formParam("decision", "APPROVE")
                .formParam("comment", "mine")
                .post("/console/jobs/" + plan() + "/approval")
                .then()
                .statusCode(403)
                .body(containsString("OWN_JOB"));
    }

    @Test
    void whoAsksOnAPageIsKnownByNameAndDoesNotApproveItHimself() {
        Browser admin = Browser.with(ServiceUnderTest.ADMIN_KEY);
        String page = admin.form()
                .formParam("runbook", "high-availability-enable")
                .post("/console/clusters/simulated/plans")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String job = page.substring(page.lastIndexOf('/') + 1);
        asAdmin()
                .queryParam("job", job)
                .get("/api/v1/audit")
                .then()
                .body("items.find { it.verb == 'job.submit' }.subject", equalTo("bootstrap"))
                .body("items.find { it.verb == 'job.submit' }.address", notNullValue());
        admin.form()
                .formParam("decision", "APPROVE")
                .formParam("comment", "mine")
                .post("/console/jobs/" + job + "/approval")
                .then()
                .statusCode(403)
                .body(containsString("OWN_JOB"));
    }

    @Test
    void aFormFromBeforeTheJobEndedDoesNothingAndSaysWhatHasChanged() {
        String job = plan();
        Browser.with(ServiceUnderTest.ADMIN_KEY)
                .form()
                .formParam("comment", "too late")
                .formParam("seen", "live - 0")
                .post("/console/jobs/" + job + "/cancel")
                .then()
                .statusCode(409)
                .body(containsString("FORM_STALE"), containsString("It has ended"), containsString(job));
    }

    @Test
    void aPlanIsMadeAnewAndComparedWithTheOneBefore() {
        String job = plan();
        Browser admin = Browser.with(ServiceUnderTest.ADMIN_KEY);
        String again = admin.form()
                .post("/console/jobs/" + job + "/replan")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        admin.page(again.substring(again.indexOf("/console")))
                .then()
                .statusCode(200)
                .body(containsString("plan"));
        admin.page("/console/jobs/" + job + "?against=" + job)
                .then()
                .statusCode(200)
                .body(containsString("says the same as"));
    }
}
