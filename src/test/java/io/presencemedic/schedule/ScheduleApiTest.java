package io.presencemedic.schedule;

import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.schedule.ScheduleFixture.SCHEDULES;
import static io.presencemedic.schedule.ScheduleFixture.cluster;
import static io.presencemedic.schedule.ScheduleFixture.create;
import static io.presencemedic.schedule.ScheduleFixture.created;
import static io.presencemedic.schedule.ScheduleFixture.document;
import static io.presencemedic.schedule.ScheduleFixture.get;
import static io.presencemedic.schedule.ScheduleFixture.key;
import static io.presencemedic.schedule.ScheduleFixture.post;
import static io.presencemedic.schedule.ScheduleFixture.recovery;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Year;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class ScheduleApiTest {
    private static final String CLOSED =
            ",\"blackouts\":[{\"from\":\"2000-01-01T00:00:00Z\",\"until\":\"2100-01-01T00:00:00Z\"}]";

    @Inject
    Mutiny.SessionFactory sessions;

    @AfterEach
    void forget() {
        ScheduleFixture.forgetAll(sessions);
    }

    @Test
    void aScheduleShowsItsNextFiveTimes() {
        String location = create(document(cluster(), ""))
                .statusCode(201)
                .header("Location", matchesPattern(SCHEDULES + "/[0-9a-f-]{36}"))
                .body("mode", equalTo("EXECUTE"))
                .body("owner", equalTo("bootstrap"))
                .body("pausedReason", nullValue())
                .body("nextRuns", hasSize(5))
                .body("nextRuns", everyItem(matchesPattern("\\d{4}-\\d{2}-\\d{2}T06:00:00Z")))
                .extract()
                .header("Location");

        asAdmin().get(location).then().statusCode(200).body("nextRuns", hasSize(5));
        get("").body("items", hasSize(1));
    }

    @Test
    void recoverPlansUnlessItIsToldToExecute() {
        String cluster = cluster();

        create(document(cluster, "").replace("\"diagnosis\"", "\"recover\""))
                .statusCode(201)
                .body("mode", equalTo("PLAN"));
        create(recovery(cluster, "EXECUTE", "")).statusCode(201).body("mode", equalTo("EXECUTE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cron | 'every full moon' | cron",
                "cron | '0 6 30 2 *' | cron",
                "cron | '61 6 * * *' | cron",
                "timeZone | 'Europe/Atlantis' | timeZone",
                "timeZone | '+01:00' | timeZone",
                "runbook | 'database-down' | runbook"
            })
    void whatMakesNoSenseIsRefusedWithFieldAndReason(String field, String value, String named) {
        String document = document(cluster(), "");
        String present = field.equals("cron") ? "0 6 * * *" : field.equals("timeZone") ? "UTC" : "diagnosis";

        create(document.replace("\"" + field + "\":\"" + present + "\"", "\"" + field + "\":\"" + value + "\""))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("SCHEDULE_INVALID"))
                .body("errors.field", hasItem(named))
                .body("errors.message", everyItem(not(containsString("Exception"))));
    }

    @Test
    void aWindowThatNeverOpensIsRefused() {
        String window = ",\"windows\":[{\"days\":[\"MONDAY\"],\"from\":\"22:00\",\"to\":\"04:00\"}]";

        create(recovery(cluster(), "EXECUTE", window))
                .statusCode(422)
                .body("code", equalTo("SCHEDULE_INVALID"))
                .body("errors.field", hasItem("windows"))
                .body("errors.message", hasItem(containsString("never run")));
        create(recovery(cluster(), "EXECUTE", CLOSED)).statusCode(422).body("errors.field", hasItem("blackouts"));
        create(document(cluster(), window)).statusCode(422).body("errors.field", hasItem("windows"));
    }

    @Test
    void anUnknownClusterOrParameterIsRefusedAtOnce() {
        create(document("nowhere", "")).statusCode(404).body("code", equalTo("CLUSTER_UNKNOWN"));
        create(recovery(cluster(), "PLAN", ",\"parameters\":{\"speed\":9}"))
                .statusCode(400)
                .body("errors.field", hasItem(startsWith("parameters.")));
    }

    @Test
    void aNameIsTakenOnce() {
        String document = document(cluster(), "");
        created(document);

        create(document).statusCode(409).header("Retry-After", "60").body("code", equalTo("SCHEDULE_NAME_TAKEN"));
    }

    @Test
    void aRepeatedRequestMakesOneSchedule() {
        String document = document(cluster(), "");
        String key = UUID.randomUUID().toString();
        for (String replayed : new String[] {null, "true"}) {
            asAdmin()
                    .header("Idempotency-Key", key)
                    .contentType(ContentType.JSON)
                    .body(document)
                    .post(SCHEDULES)
                    .then()
                    .statusCode(201)
                    .header("Idempotent-Replayed", replayed == null ? nullValue(String.class) : equalTo(replayed));
        }
        get("").body("items", hasSize(1));
    }

    @Test
    void aPausedScheduleHasNoTimesUntilItIsResumed() {
        String id = created(document(cluster(), ""));

        post(id + "/pause", "")
                .statusCode(200)
                .body("pausedReason", equalTo("REQUESTED"))
                .body("nextRuns", empty());
        post(id + "/resume", "")
                .statusCode(200)
                .body("pausedReason", nullValue())
                .body("nextRuns", hasSize(5));
    }

    @Test
    void whoeverMayNotDoItHimselfMayNotHaveItDone() {
        String cluster = cluster();
        String planner = key("[{\"verbs\":[\"PLAN\",\"DIAGNOSE\"],\"clusters\":[\"" + cluster + "\"]}]")[1];

        create(planner, recovery(cluster, "EXECUTE", "")).statusCode(403);
        create(planner, recovery(cluster, "PLAN", "")).statusCode(201);
        create(planner, document(cluster, "")).statusCode(201);
        create(planner, document(cluster(), "")).statusCode(404);
        String repair = created(recovery(cluster, "EXECUTE", ""));
        for (String verb : List.of("pause", "resume", "runs")) {
            as(planner).post(SCHEDULES + "/" + repair + "/" + verb).then().statusCode(403);
        }
        as(planner).delete(SCHEDULES + "/" + repair).then().statusCode(403);
    }

    @Test
    void whatSomebodyMayNotReadIsNotThereForHim() {
        String cluster = cluster();
        String id = created(document(cluster(), ""));
        created(document(cluster, ""));
        String reader = key("[{\"verbs\":[\"READ\"],\"clusters\":[\"" + cluster + "\"]}]")[1];

        as(reader).get(SCHEDULES).then().statusCode(200).body("items.cluster", equalTo(List.of(cluster)));
        as(reader).get(SCHEDULES + "/" + id).then().statusCode(404).body("code", equalTo("SCHEDULE_UNKNOWN"));
        as(reader).get(SCHEDULES + "/" + id + "/runs").then().statusCode(404);
    }

    @Test
    void outsideItsWindowsAScheduleRunsOnlyWithAReason() {
        String id = created(recovery(cluster(), "EXECUTE", closedForNow()));

        post(id + "/runs", "").statusCode(409).body("code", equalTo("OUTSIDE_WINDOW"));
        post(id + "/runs", "{\"override\":true}").statusCode(400).body("errors.field", hasItem("reason"));
        String job = post(id + "/runs", "{\"override\":true,\"reason\":\"presence is down\"}")
                .statusCode(202)
                .body("askedBy", equalTo("bootstrap"))
                .body("state", equalTo("STARTED"))
                .extract()
                .path("job");

        asAdmin().get("/api/v1/jobs/" + job).then().body("reason", containsString("presence is down"));
        get(id + "/runs").body("items.job", equalTo(List.of(job)));
    }

    @Test
    void aRepeatedRunIsAnsweredAgainAlthoughItsWindowHasClosed() {
        String schedule = recovery(cluster(), "EXECUTE", "");
        String id = created(schedule);
        String key = UUID.randomUUID().toString();
        JsonPath first = run(id, key, "").statusCode(202).extract().jsonPath();
        asAdmin()
                .contentType(ContentType.JSON)
                .body(schedule.replace("}", closedForNow() + "}"))
                .put(SCHEDULES + "/" + id)
                .then()
                .statusCode(200);

        run(id, UUID.randomUUID().toString(), "").statusCode(409).body("code", equalTo("OUTSIDE_WINDOW"));
        JsonPath again = run(id, key, "")
                .statusCode(202)
                .header("Idempotent-Replayed", "true")
                .extract()
                .jsonPath();
        assertThat(again.getMap("")).isEqualTo(first.getMap(""));
        get(id + "/runs").body("items", hasSize(1));
    }

    @Test
    void aTimeThatNoRunCanHaveIsNoCursor() {
        String id = created(document(cluster(), ""));
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString("-9999-01-01T00:00:00Z".getBytes(UTF_8));

        get(id + "/runs?cursor=" + cursor).statusCode(400).body("errors.field", equalTo(List.of("cursor")));
        create(document(cluster(), CLOSED.replace("2100", "+300000")))
                .statusCode(400)
                .body("errors.field", equalTo(List.of("blackouts[0].until")));
    }

    @Test
    void aRunIsWaitedForAsItsCallerPrefers() {
        String id = created(document(cluster(), ""));

        run(id, UUID.randomUUID().toString(), "wait=0").statusCode(202).header("Preference-Applied", "wait=0");
        String job = run(id, UUID.randomUUID().toString(), "wait=25")
                .statusCode(200)
                .header("Preference-Applied", "wait=25")
                .body("state", equalTo("STARTED"))
                .extract()
                .path("job");
        asAdmin().get("/api/v1/jobs/" + job).then().body("finishedAt", notNullValue());
    }

    @Test
    void aRepeatedRequestIsAnsweredAgainAlthoughItsClusterIsGone() {
        String cluster = cluster();
        String document = document(cluster, "");
        String key = UUID.randomUUID().toString();
        keyed(key).body(document).post(SCHEDULES).then().statusCode(201);
        asAdmin()
                .header("If-Match", "*")
                .delete("/api/v1/clusters/" + cluster)
                .then()
                .statusCode(204);

        keyed(key).body(document).post(SCHEDULES).then().statusCode(201).header("Idempotent-Replayed", "true");
    }

    private static RequestSpecification keyed(String key) {
        return asAdmin().header("Idempotency-Key", key).contentType(ContentType.JSON);
    }

    private static ValidatableResponse run(String id, String key, String prefer) {
        return keyed(key)
                .header("Prefer", prefer)
                .post(SCHEDULES + "/" + id + "/runs")
                .then();
    }

    private static String closedForNow() {
        return CLOSED.replace("2100", "" + (Year.now().getValue() + 2));
    }

    @Test
    void everyChangeIsInTheAuditLog() {
        String id = created(document(cluster(), ""));
        post(id + "/pause", "").statusCode(200);
        asAdmin().delete(SCHEDULES + "/" + id).then().statusCode(204);

        List<String> verbs = asAdmin()
                .get("/api/v1/audit?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.target == '" + SCHEDULES + "/" + id + "' }.verb");
        assertThat(verbs).containsExactlyInAnyOrder("schedule.create", "schedule.pause", "schedule.delete");
    }
}
