package io.presencemedic.schedule;

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
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.presencemedic.LeapingClock;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.database.Blocking;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens at the times of schedules, on a clock of the test's own. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class SchedulerTest {
    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    DueTimes times;

    @Inject
    DueRuns runs;

    @Inject
    RunStarter starter;

    @Inject
    ScheduleMetrics metrics;

    @Inject
    ScheduleConfig config;

    private final LeapingClock clock = new LeapingClock(Instant.now());

    @AfterEach
    void forget() {
        ScheduleFixture.forgetAll(sessions);
    }

    /** One of several processes. */
    private Scheduler process() {
        return new Scheduler(times, runs, starter, metrics, config, clock);
    }

    private static Instant next(String id) {
        return Instant.parse(get(id).extract().path("nextRuns[0]"));
    }

    private static List<String> jobs(String cluster) {
        return asAdmin().get("/api/v1/jobs?cluster=" + cluster).jsonPath().getList("items.id");
    }

    @Test
    void aTimeThatHasComeBeginsAJobInTheOwnersName() {
        String cluster = cluster();
        String[] owner = key("[{\"verbs\":[\"DIAGNOSE\"],\"clusters\":[\"" + cluster + "\"]}]");
        String id = create(owner[1], document(cluster, ",\"ticket\":\"CHG1\""))
                .statusCode(201)
                .extract()
                .path("id");
        Scheduler process = process();
        process.look();
        assertThat(jobs(cluster)).isEmpty();

        clock.leapTo(next(id));
        process.look();

        String job = get(id + "/runs")
                .body("items.state", equalTo(List.of("STARTED")))
                .extract()
                .path("items[0].job");
        assertThat(jobs(cluster)).containsExactly(job);
        asAdmin().get("/api/v1/jobs/" + job).then().body("ticket", equalTo("CHG1"));
        asAdmin()
                .get("/api/v1/audit?verb=job.submit&job=" + job)
                .then()
                .body("items.subjectId", equalTo(List.of(owner[0])));
        assertThat(next(id)).isAfter(clock.instant());
    }

    @Test
    void ofTwoProcessesOneBeginsTheRun() {
        String cluster = cluster();
        String id = created(document(cluster, ""));
        clock.leapTo(next(id));

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(process()::look), CompletableFuture.runAsync(process()::look))
                .join();
        process().look();

        assertThat(jobs(cluster)).hasSize(1);
        get(id + "/runs").body("items", hasSize(1));
    }

    @Test
    void whatWasMissedIsToldOnceAndNotMadeUpFor() {
        String cluster = cluster();
        asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"w-" + UUID.randomUUID() + "\",\"url\":\"http://127.0.0.1:1/\",\"enabled\":false,"
                        + "\"events\":[\"SCHEDULE_MISSED\"],\"clusters\":[\"" + cluster + "\"]}")
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201);
        String id = created(document(cluster, ""));
        Instant first = next(id);

        clock.leapTo(first.plus(Duration.ofDays(2)).plus(Duration.ofHours(1)));
        Scheduler process = process();
        process.look();
        process.look();

        get(id + "/runs")
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("MISSED"))
                .body("items[0].code", equalTo("TOO_LATE"))
                .body("items[0].missed", equalTo(3))
                .body("items[0].plannedAt", equalTo(first.toString()));
        assertThat(jobs(cluster)).isEmpty();
        assertThat(next(id)).isEqualTo(first.plus(Duration.ofDays(3)));
        assertThat(told(cluster)).singleElement().asString().contains("TOO_LATE", id);
    }

    private List<String> told(String cluster) {
        return Blocking.await(sessions.withSession(session -> session.createNativeQuery(
                        "select data from notification where kind = 'SCHEDULE_MISSED' and cluster = :cluster",
                        String.class)
                .setParameter("cluster", cluster)
                .getResultList()));
    }

    @Test
    void aScheduleWhoseOwnersKeyIsGoneIsToldAndRests() {
        String cluster = cluster();
        String[] owner = key("[{\"verbs\":[\"DIAGNOSE\"],\"clusters\":[\"" + cluster + "\"]}]");
        String document = document(cluster, "");
        String id = create(owner[1], document).statusCode(201).extract().path("id");
        asAdmin().delete("/api/v1/keys/" + owner[0]).then().statusCode(204);

        clock.leapTo(next(id));
        process().look();

        get(id + "/runs").body("items[0].code", equalTo("OWNER_MAY_NOT"));
        get(id).body("pausedReason", equalTo("OWNER_MAY_NOT")).body("nextRuns", empty());
        assertThat(jobs(cluster)).isEmpty();
        post(id + "/resume", "").statusCode(409).body("code", equalTo("OWNER_MAY_NOT"));
        asAdmin()
                .contentType(ContentType.JSON)
                .body(document)
                .put(SCHEDULES + "/" + id)
                .then()
                .statusCode(200)
                .body("pausedReason", nullValue())
                .body("owner", equalTo("bootstrap"));
    }

    @Test
    void aBusyClusterIsWaitedForUntilItIsTooLate() {
        String cluster = cluster();
        String id = created(recovery(cluster, "EXECUTE", ""));
        UUID busy = UUID.randomUUID();
        sql("insert into job (id, cluster, runbook, mode, state, mutating, requested_by, created_at, due_at) values ('"
                + busy + "', '" + cluster
                + "', 'recover', 'EXECUTE', 'WAITING', true, 'somebody', now(), '2100-01-01')");
        try {
            clock.leapTo(next(id));
            process().look();
            get(id + "/runs").body("items.state", equalTo(List.of("DUE")));

            clock.leap(Duration.ofMinutes(11));
            sql("update schedule_run set lease_until = null");
            process().look();
            get(id + "/runs").body("items.code", equalTo(List.of("CLUSTER_BUSY")));
        } finally {
            sql("delete from job where id = '" + busy + "'");
        }
        assertThat(jobs(cluster)).isEmpty();
    }

    private void sql(String statement) {
        Blocking.await(sessions.withTransaction(
                session -> session.createNativeQuery(statement).executeUpdate()));
    }

    @Test
    void aRunWaitsForNoWindowThatHasClosed() {
        String cluster = cluster();
        String id = created(recovery(cluster, "EXECUTE", ""));
        Instant first = next(id);
        clock.leapTo(first);
        Blocking.await(sessions.withTransaction(session -> session.createNativeQuery(
                        "update schedule set blackouts = :closed where id = :id")
                .setParameter("closed", "[{\"from\":\"" + first + "\",\"until\":\"" + first.plusSeconds(60) + "\"}]")
                .setParameter("id", UUID.fromString(id))
                .executeUpdate()));

        process().look();

        get(id + "/runs").body("items.code", equalTo(List.of("OUTSIDE_WINDOW")));
        assertThat(jobs(cluster)).isEmpty();
    }

    @Test
    void aClockThatWasAheadDoesNotPutOffWhatIsToCome() {
        String id = created(document(cluster(), ""));
        Instant first = next(id);
        Scheduler process = process();
        clock.leap(Duration.ofDays(40));
        process.look();
        assertThat(next(id)).isAfter(first.plus(Duration.ofDays(30)));

        clock.leap(Duration.ofDays(-40));
        process.look();

        assertThat(next(id)).as("the first one was told as missed").isEqualTo(first.plus(Duration.ofDays(1)));
    }
}
