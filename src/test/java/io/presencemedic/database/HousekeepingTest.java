package io.presencemedic.database;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is old goes, and nothing that anybody needs; on the real PostgreSQL. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class HousekeepingTest {
    private static final String LONG_AGO = "10 years";
    private static final String LATELY = "1 day";
    private static final int MOST_TURNS = 1_000;

    @Inject
    Housekeeping housekeeping;

    @Inject
    TableGauges gauges;

    @Inject
    DataSource database;

    private final String cluster = "swept-" + UUID.randomUUID();

    /** Removes what is old of a kind, as the service does, whose own round may have the turn just now. */
    private void sweep(String things) {
        Retention old = housekeeping.all().stream()
                .filter(each -> each.things().equals(things))
                .findFirst()
                .orElseThrow();
        boolean had = false;
        for (int turn = 0; turn < MOST_TURNS && !had; turn++) {
            had = housekeeping.remove(old).isPresent();
        }
        assertThat(had).isTrue();
    }

    private UUID job(String runbook, String age, String... more) throws SQLException {
        UUID id = UUID.randomUUID();
        execute("""
                insert into job (id, cluster, runbook, mode, state, mutating, requested_by, created_at, finished_at,
                  due_at, last_seq) values (?, '%s', '%s', 'EXECUTE', 'SUCCEEDED', false, 'tester', now() - interval '%s',
                  now() - interval '%s', 'infinity', 1)""".formatted(cluster, runbook, age, age), id);
        execute(
                "insert into job_event (job, seq, at, body) values (?, 1, now() - interval '" + age
                        + "', '{\"type\":\"SUBMITTED\",\"parameters\":{}}')",
                id);
        execute("""
                insert into job_transcript (job, node, command, answer, started_at, finished_at)
                values (?, 'n', 'show', 'said', now() - interval '%1$s', now() - interval '%1$s')""".formatted(age), id);
        execute("insert into job_requester (job, subject, person) values (?, 's', 'p')", id);
        for (String statement : more) {
            execute(statement, id);
        }
        return id;
    }

    private void execute(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    private int rows(String table, String column, UUID job) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from " + table + " where " + column + " = ?")) {
            statement.setObject(1, job);
            ResultSet found = statement.executeQuery();
            found.next();
            return found.getInt(1);
        }
    }

    private boolean isThere(UUID job) throws SQLException {
        return rows("job", "id", job) == 1;
    }

    @Test
    void anOldJobGoesWithAllThatBelongsToIt() throws SQLException {
        UUID old = job("service-start", LONG_AGO);
        UUID young = job("service-start", LATELY);
        sweep("jobs");
        assertThat(isThere(old)).isFalse();
        assertThat(rows("job_event", "job", old)).isZero();
        assertThat(rows("job_transcript", "job", old)).isZero();
        assertThat(rows("job_requester", "job", old)).isZero();
        assertThat(isThere(young)).isTrue();
        assertThat(rows("job_event", "job", young)).isOne();
    }

    @Test
    void moreThanOneTransactionRemovesGoesInSeveral() throws SQLException {
        execute("""
                insert into job (id, cluster, runbook, mode, state, mutating, requested_by, created_at, finished_at, due_at)
                select gen_random_uuid(), '%s', 'service-start', 'PLAN', 'FAILED', false, 't', now() - interval '10 years',
                  now() - interval '10 years', 'infinity' from generate_series(1, 450)""".formatted(cluster));
        sweep("jobs");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet left = statement.executeQuery("select 1 from job where cluster = '" + cluster + "'")) {
            assertThat(left.next()).isFalse();
        }
    }

    @Test
    void aJobThatIsLiveOrHoldsSomethingOffStays() throws SQLException {
        UUID waiting =
                job("service-start", LONG_AGO, "update job set finished_at = null, state = 'WAITING' where id = ?");
        UUID blocking = job("service-start", LONG_AGO, "update job set blocks_cluster = true where id = ?");
        UUID acknowledged = job(
                "high-availability-disable",
                LONG_AGO,
                "insert into held_off (cluster, kind, subject, job, since, acknowledged_by) values ('" + cluster
                        + "', 'HIGH_AVAILABILITY', 'g', ?, now(), 'someone')");
        sweep("jobs");
        sweep("transcripts");
        assertThat(List.of(isThere(waiting), isThere(blocking), isThere(acknowledged)))
                .containsOnly(true);
        assertThat(rows("job_transcript", "job", waiting)).isOne();
        assertThat(rows("job_transcript", "job", blocking)).isOne();
        execute("delete from held_off where cluster = '" + cluster + "'");
        execute("delete from job where cluster = '" + cluster + "'");
    }

    @Test
    void aJobThatIsBeingRetriedStays() throws SQLException {
        UUID failed = job("service-start", LONG_AGO);
        UUID retry = job("service-start", LATELY, "update job set finished_at = null, state = 'QUEUED' where id = ?");
        execute(
                "update job_event set body = '{\"type\":\"SUBMITTED\",\"retryOf\":\"" + failed + "\"}' where job = ?",
                retry);
        sweep("jobs");
        assertThat(isThere(failed)).isTrue();
        execute("delete from job where cluster = '" + cluster + "'");
    }

    @Test
    void aJobStaysAsLongAsARetryOfItWhichMayBeRetriedItself() throws SQLException {
        UUID failed = job("service-start", LONG_AGO);
        UUID retry = job("service-start", LATELY);
        execute(
                "update job_event set body = '{\"type\":\"SUBMITTED\",\"retryOf\":\"" + failed + "\"}' where job = ?",
                retry);
        sweep("jobs");
        assertThat(List.of(isThere(failed), isThere(retry))).containsOnly(true);
        execute("update job set finished_at = now() - interval '" + LONG_AGO + "' where id = ?", retry);
        sweep("jobs");
        sweep("jobs");
        assertThat(List.of(isThere(failed), isThere(retry))).containsOnly(false);
    }

    @Test
    void aJobStaysAsLongAsItsBundle() throws SQLException {
        UUID told = job("service-start", LONG_AGO);
        UUID bundle = job("evidence-service-start", LONG_AGO, "insert into bundle (id) values (?)");
        execute(
                "update job_event set body = '{\"type\":\"SUBMITTED\",\"parameters\":{\"job\":\"" + told
                        + "\"}}' where job = ?",
                bundle);
        sweep("jobs");
        assertThat(List.of(isThere(told), isThere(bundle))).containsOnly(true);
        execute("update bundle set removed_at = now() where id = ?", bundle);
        sweep("jobs");
        assertThat(List.of(isThere(told), isThere(bundle))).containsOnly(false);
    }

    @Test
    void ofOldDiagnosesAClustersLastOneStays() throws SQLException {
        String found =
                "insert into diagnosis (id, cluster, made_at, findings, undetermined, status, facts, codes, unknown) values (?, '"
                        + cluster + "', now() - interval '10 years', '[]', '[]', '{}', '[]', '{}', 0)";
        UUID one = job("diagnosis", LONG_AGO, found);
        UUID other = job("diagnosis", LONG_AGO, found);
        UUID young = job("diagnosis", LATELY);
        UUID last = one.toString().compareTo(other.toString()) < 0 ? other : one;
        sweep("diagnoses");
        sweep("jobs");
        assertThat(isThere(last)).isTrue();
        assertThat(rows("diagnosis", "id", last)).isOne();
        assertThat(isThere(last.equals(one) ? other : one)).isFalse();
        assertThat(isThere(young)).isTrue();
    }

    @Test
    void transcriptsGoBeforeTheirJob() throws SQLException {
        UUID job = job("service-start", "40 days");
        sweep("transcripts");
        sweep("jobs");
        assertThat(rows("job_transcript", "job", job)).isZero();
        assertThat(isThere(job)).isTrue();
    }

    @Test
    void eachKindIsSweptAndSaysSo() {
        housekeeping.removeAll();
        gauges.read();
        for (Retention each : housekeeping.all()) {
            asAdmin()
                    .get("/q/metrics")
                    .then()
                    .body(containsString("medic_sweep_last_timestamp_seconds{things=\"" + each.things() + "\"}"))
                    .body(containsString(
                            "medic_table_bytes{table=\"" + each.tables().get(0) + "\"}"))
                    .body(containsString("medic_sweep_failures_total{things=\"" + each.things() + "\"} 0.0"));
        }
    }

    @Test
    void whatOneReplicaSweepsTheOthersLeaveToIt() throws SQLException {
        Retention old = housekeeping.all().get(0);
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            try (PreparedStatement lock =
                    other.prepareStatement("select pg_try_advisory_xact_lock(1836409193, hashtext(?))")) {
                lock.setString(1, old.things());
                lock.execute();
                assertThat(housekeeping.remove(old)).isEqualTo(Optional.empty());
            }
            other.rollback();
        }
        assertThat(housekeeping.remove(old)).isPresent();
    }

    @Test
    void nothingIsKeptForNoTimeAtAll() {
        assertThatThrownBy(() -> new Retention("things", Duration.ZERO, "", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatBecameOfTheTimesOfASchedule() throws SQLException {
        UUID schedule = UUID.randomUUID();
        execute("""
                insert into schedule (id, name, cluster, runbook, mode, parameters, cron, time_zone, windows, blackouts,
                  owner_key, owner, owner_person, paused_why, next_runs, created_at, version)
                values (?, '%1$s', '%1$s', 'diagnosis', 'EXECUTE', '{}', '0 6 * * *', 'UTC', '[]', '[]', ?, 'o', 'p',
                  'REQUESTED', '[]', now(), 0)""".formatted(cluster), schedule, UUID.randomUUID());
        for (String age : List.of(LONG_AGO, LATELY)) {
            execute("""
                    insert into schedule_run (schedule, planned_at, state, code, missed)
                    values (?, now() - interval '%s', 'MISSED', 'TOO_LATE', 1)""".formatted(age), schedule);
        }

        sweep("schedule-runs");

        assertThat(rows("schedule_run", "schedule", schedule)).isEqualTo(1);
        execute("delete from schedule where id = ?", schedule);
    }
}
