package io.presencemedic.console;

import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.ServiceUnderTest.awaitEnd;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.presencemedic.IssuedKey;
import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages show and offer what the grants give for the runbook that is behind it. */
@QuarkusTest
@PlayedScenario("sync-agent-credentials-ha-off")
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class RunbookPagesTest {
    private static final String CLUSTER = "/console/clusters/simulated";

    private static String grant(String verb, String runbook) {
        return "{\"verbs\":[\"" + verb + "\"],\"runbooks\":[\"" + runbook + "\"],\"clusters\":[\"simulated\"]}";
    }

    private static Browser with(String verb, String runbook) {
        return Browser.as("grants", "[" + grant(verb, runbook) + "]");
    }

    private static String ended(String kind, Map<String, String> body) {
        String id = asAdmin()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/clusters/simulated/" + kind)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        awaitEnd(id);
        return id;
    }

    /** As a browser follows a link: it takes whatever comes. */
    private static Response download(Browser person, String archive) {
        return person.request().accept("*/*").get(archive);
    }

    @Test
    void anArchiveIsGivenToWhomTheApiGivesIt() {
        String bundle = ended("bundles", Map.of("kind", "E-ICSA"));
        String archive = "/console/bundles/" + bundle + "/content";
        String link = "href=\"" + archive + "\"";
        String grants = "[" + grant("READ", "*") + ",{\"verbs\":[\"EXECUTE\"],\"clusters\":[\"elsewhere\"]}]";
        as(IssuedKey.of("reader", "\"grants\":" + grants))
                .get("/api/v1/bundles/" + bundle + "/content")
                .then()
                .statusCode(403);
        for (Browser reader : new Browser[] {Browser.as("grants", grants), with("DIAGNOSE", "*")}) {
            download(reader, archive).then().statusCode(403);
            reader.page("/console/bundles/" + bundle).then().statusCode(200).body(not(containsString(link)));
            reader.page("/console/evidence")
                    .then()
                    .body(containsString("/console/bundles/" + bundle), not(containsString(link)));
        }
        Browser operator = with("EXECUTE", "evidence-icsa");
        download(operator, archive).then().statusCode(200).contentType("application/zip");
        operator.page("/console/bundles/" + bundle).then().body(containsString(link));
        operator.page("/console/evidence").then().body(containsString(link));
    }

    @Test
    void evidenceIsOfferedByItsKinds() {
        with("DIAGNOSE", "evidence-icsa")
                .page("/console/evidence")
                .then()
                .body(containsString("<option>E-ICSA"), not(containsString("<option>E-NETWORK")));
        with("DIAGNOSE", "diagnosis")
                .page("/console/evidence")
                .then()
                .statusCode(200)
                .body(not(containsString("<option>E-")));
    }

    @Test
    void findingsAreShownToWhoMayReadTheDiagnosisAlone() {
        String diagnosis = ended("diagnoses", Map.of());
        String code = asAdmin().get("/api/v1/diagnoses/" + diagnosis).path("findings[0].code");
        Matcher<String> shown = containsString(code);
        Browser other = with("READ", "high-availability-enable");
        other.page(CLUSTER)
                .then()
                .statusCode(200)
                .body(allOf(not(shown), not(containsString("No finding.")), not(containsString(diagnosis))));
        other.page("/console/now").then().statusCode(200).body(allOf(containsString("simulated"), not(shown)));
        Browser reader = with("READ", "diagnosis");
        reader.page(CLUSTER).then().body(allOf(shown, containsString(diagnosis)));
    }

    @ParameterizedTest
    @CsvSource({"DIAGNOSE,diagnosis,true", "DIAGNOSE,evidence-*,false"})
    void aDiagnosisIsOfferedToWhoMayDiagnose(String verb, String runbook, boolean offered) {
        Matcher<String> button = containsString("Diagnose now");
        with(verb, runbook).page(CLUSTER).then().statusCode(200).body(offered ? button : not(button));
    }

    @ParameterizedTest
    @CsvSource({
        "diagnosis,,DIAGNOSE,true",
        "diagnosis,,PLAN,false",
        "recover,PLAN,PLAN,true",
        "recover,PLAN,DIAGNOSE,false",
        "recover,EXECUTE,EXECUTE,true",
        "recover,EXECUTE,PLAN,false"
    })
    void aScheduleIsPausedByWhoMayDoWhatItDoes(String runbook, String mode, String verb, boolean may) {
        String schedule = asAdmin()
                .contentType("application/json")
                .body("{\"name\":\"s-" + UUID.randomUUID() + "\",\"cluster\":\"simulated\",\"runbook\":\"" + runbook
                        + "\","
                        + (mode == null ? "" : "\"mode\":\"" + mode + "\",")
                        + "\"cron\":\"0 6 1 1 *\",\"timeZone\":\"UTC\"}")
                .post("/api/v1/schedules")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String page = "/console/schedules/" + schedule;
        Matcher<String> button = containsString("Pause: begin nothing");
        Browser person = with(verb, runbook);
        person.page(page).then().statusCode(200).body(may ? button : not(button));
        person.form().post(page + "/pause").then().statusCode(may ? 303 : 403);
        asAdmin().delete("/api/v1/schedules/" + schedule).then().statusCode(204);
    }
}
