package io.presencemedic.diagnosis;

import static io.presencemedic.Eventually.eventually;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.ServiceUnderTest.awaitEnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@PlayedScenario("sync-agent-credentials-ha-off")
public class DiagnosisApiTest {
    static final String CLUSTER = "/api/v1/clusters/simulated";
    static final String DIAGNOSES = CLUSTER + "/diagnoses";
    private static final String SECRET = "2f86aa417d0cb95e33f1outdatedsecret";

    @Inject
    AgroalDataSource database;

    @Test
    void aDiagnosisSaysWhatIsWrongWithEvidenceAndRemedy() {
        ValidatableResponse answer = diagnose("{\"reason\":\"no sync\",\"ticket\":\"INC7\"}")
                .statusCode(200)
                .header("Preference-Applied", "wait=25")
                .header("Location", startsWith("/api/v1/diagnoses/"))
                .body("state", is("SUCCEEDED"))
                .body("outcome", is("FINDINGS"))
                .body("reason", is("no sync"))
                .body("ticket", is("INC7"))
                .body("findings.code", hasItem("SYNC_AGENT_CREDENTIALS_DIFFER"))
                .body("findings.find { it.code == 'HIGH_AVAILABILITY_OFF' }.runbook", is("high-availability-enable"))
                .body("findings.find { it.item == 'D7.10' }.evidence.node", hasItem("imp-pub"))
                .body("services.find { it.name == 'imp-pub' }.notAsTheyShouldBe.name", hasItem("Cisco Sync Agent"))
                .body("services.find { it.name == 'cucm-pub' }.notAsTheyShouldBe", is(empty()))
                .body("highAvailability[0].enabled", is(false))
                .body("replication.findAll { it.name != 'cucm-pub' }.healthy", everyItem(is(true)))
                .body("replication.find { it.name == 'cucm-pub' }.applicable", is(false))
                .body("nodes.name", hasItem("imp-sub"))
                .body(
                        "nodes.find { it.name == 'imp-sub' }.facts.find { it.command == 'utils service list' }"
                                + ".facts.complete",
                        is(true))
                .body(
                        "nodes.find { it.name == 'cucm-pub' }.facts.find { it.topic == 'APPLICATION_USER' }"
                                + ".facts.columns",
                        hasItem("credentials"));
        assertThat(answer.extract().asString()).doesNotContain(SECRET);
    }

    @Test
    void noSecretIsStored() throws SQLException {
        String id = diagnose("{}").extract().path("id");
        for (String query : List.of(
                "select findings || undetermined || status || facts from diagnosis where id = '" + id + "'",
                "select body from job_event where job = '" + id + "'",
                "select command || answer from job_transcript where job = '" + id + "'")) {
            List<String> stored = stored(query);
            assertThat(stored).isNotEmpty().noneMatch(text -> text.contains(SECRET));
        }
        assertThat(stored("select answer from job_transcript where job = '" + id + "' and command like '%credential%'"))
                .anyMatch(text -> text.contains("********"));
    }

    @Test
    void aPersonGetsATable() {
        String text = asAdmin()
                .contentType(ContentType.JSON)
                .accept(ContentType.TEXT)
                .header("Prefer", "wait=25")
                .post(DIAGNOSES)
                .then()
                .statusCode(200)
                .contentType(ContentType.TEXT)
                .extract()
                .asString();
        assertThat(text)
                .contains("SUCCEEDED, FINDINGS")
                .containsPattern("Cisco Sync Agent +\\. +STOPPED \\(not running\\) +\\.")
                .containsPattern("started +\\d+ of \\d+")
                .contains("high availability of", "OFF on the nodes", "replication: ")
                .contains("imp-pub> utils service list, line ")
                .contains("runbook high-availability-enable")
                .doesNotContain(SECRET);
        String id = text.replaceAll("(?s)^diagnosis (\\S+) .*", "$1");
        asAdmin()
                .accept(ContentType.TEXT)
                .get("/api/v1/diagnoses/" + id)
                .then()
                .body(containsString("SYNC_AGENT_CREDENTIALS_DIFFER"));
        asAdmin()
                .accept(ContentType.TEXT)
                .get(CLUSTER + "/status")
                .then()
                .body(containsString("simulated: FINDINGS as of"));
    }

    @Test
    void aDiagnosisRunsBesideAChangingJobAndIsComparedWithTheOneBefore() {
        String before = diagnose("{}").extract().path("id");
        String holding = asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"runbook\":\"replication-sync-monitor-disable\","
                        + "\"parameters\":{\"restoreAfter\":\"P1D\"}}")
                .post(CLUSTER + "/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        awaitHeldOff(holding);

        ValidatableResponse beside = diagnose("{}")
                .body("state", is("SUCCEEDED"))
                .body("compared.with", is(before))
                .body("compared.new.code", everyItem(is("SYNC_MONITOR_OFF")))
                .body("compared.new.code", hasItem("SYNC_MONITOR_OFF"))
                .body("compared.gone", is(empty()))
                .body("compared.unchanged.code", hasItem("SYNC_AGENT_CREDENTIALS_DIFFER"));
        asAdmin()
                .get(CLUSTER + "/status")
                .then()
                .statusCode(200)
                .body("diagnosis", is((String) beside.extract().path("id")))
                .body("asOf", notNullValue())
                .body("outcome", is("FINDINGS"))
                .body("heldOff[0].kind", is("REPLICATION_SYNC_MONITOR"))
                .body("heldOff[0].subject", startsWith("imp-"))
                .body("heldOff[0].job", is(holding));

        asAdmin().post("/api/v1/jobs/" + holding + "/cancel").then().statusCode(200);
        awaitEnd(holding);
        diagnose("{}").body("compared.new", is(empty())).body("compared.gone.code", hasItem("SYNC_MONITOR_OFF"));
        asAdmin().get(CLUSTER + "/status").then().body("heldOff", is(empty()));
    }

    @Test
    void aDiagnosisIsAJobLikeEveryOther() {
        String id = diagnose("{}").extract().path("id");
        asAdmin()
                .get("/api/v1/jobs/" + id)
                .then()
                .body("runbook", is("diagnosis"))
                .body("changed", is(false))
                .body("plan[0].outcome", is("ALREADY_SO"))
                .body("plan[0].why", containsString("SYNC_AGENT_CREDENTIALS_DIFFER"))
                .body("plan[0].commands", not(hasItem(containsString("update"))));
    }

    static ValidatableResponse diagnose(String body) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .header("Prefer", "wait=60")
                .body(body)
                .post(DIAGNOSES)
                .then();
    }

    private static void awaitHeldOff(String job) {
        eventually().until(() -> heldOff().contains(job));
    }

    private static List<String> heldOff() {
        return asAdmin().get(CLUSTER + "/status").jsonPath().getList("heldOff.job");
    }

    private List<String> stored(String query) throws SQLException {
        List<String> texts = new java.util.ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
