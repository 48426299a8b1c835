package io.presencemedic.job.store;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.database.Blocking;
import io.presencemedic.job.log.EventJson;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.PlannedLineBuilder;
import io.presencemedic.job.run.JobCommands;
import io.presencemedic.job.run.JobLog;
import io.presencemedic.runbook.ClaimLost;
import io.presencemedic.runbook.Hold;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may work on a job, and who may no longer. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
class JobClaimsTest extends ClaimTestBase {
    @Inject
    AgroalDataSource database;

    @Inject
    EventJson json;

    @Inject
    EngineDatabase engine;

    @Test
    void aDueJobIsClaimedOnceWhileItsLeaseHolds() {
        UUID job = submit("one");

        assertThat(claim("a", LEASE)).extracting(JobClaims.Claim::job).containsExactly(job);
        assertThat(claim("b", LEASE)).isEmpty();
    }

    @Test
    void aJobWhoseOwnerDidNotRenewIsTakenOverWithAHigherFence() {
        submit("one");
        JobClaims.Claim dead = claim("a", NO_LEASE).get(0);
        JobClaims.Claim heir = claim("b", LEASE).get(0);

        assertThat(heir.takenOver()).isTrue();
        assertThat(heir.fence()).isGreaterThan(dead.fence());
    }

    @Test
    void aJobOfADeadWorkerIsDueAndShownAsQueuedUntilAnotherTakesItUp() {
        UUID job = submit("one");
        claim("a", LEASE);
        assertThat(JobCounts.count(engine))
                .extracting(JobCounts::due, JobCounts::running)
                .containsExactly(0L, 1L);
        assertThat(shown(job)).isEqualTo(JobState.RUNNING);
        assertThat(listed(JobState.RUNNING)).containsExactly(job);

        engine.run(
                "update job set due_at = now() - interval '1 h', lease_until = now() - interval '2 min' where id = $1",
                job);

        JobCounts left = JobCounts.count(engine);
        assertThat(left)
                .extracting(JobCounts::due, JobCounts::running, JobCounts::waiting)
                .containsExactly(1L, 0L, 0L);
        assertThat(left.oldestDue()).isBetween(119L, 180L);
        assertThat(shown(job)).isEqualTo(JobState.QUEUED);
        assertThat(Blocking.await(jobs.summary(job)).orElseThrow().state()).isEqualTo(JobState.QUEUED);
        assertThat(Blocking.await(jobs.known(job)).orElseThrow().summary().state())
                .isEqualTo(JobState.QUEUED);
        assertThat(listed(JobState.QUEUED)).containsExactly(job);
        assertThat(listed(JobState.RUNNING)).isEmpty();

        claim("b", LEASE);
        assertThat(shown(job)).isEqualTo(JobState.RUNNING);
    }

    private static JobState shown(UUID job) {
        String address = "/api/v1/jobs/" + job;
        JobState state = JobState.valueOf(asAdmin().get(address).jsonPath().getString("state"));
        assertThat(asAdmin().accept("text/plain").get(address).asString()).contains("state: " + state);
        return state;
    }

    private static List<UUID> listed(JobState state) {
        return asAdmin()
                .get("/api/v1/jobs?cluster=one&state=" + state)
                .jsonPath()
                .getList("items.id", UUID.class);
    }

    @Test
    void theLogsOfTheSameWorkAreThoseOfAllItsRetries() {
        UUID first = submit("one");
        UUID second = retry(first);
        UUID third = retry(second);
        UUID again = retry(first);
        submit("two");

        for (UUID each : List.of(first, second, third, again)) {
            assertThat(Blocking.await(jobs.sameWork(each))).containsOnlyKeys(first, second, third, again);
        }
    }

    private UUID retry(UUID failed) {
        UUID id = submit("work-" + UUID.randomUUID());
        engine.run(
                "update job_event set body = jsonb_set(body::jsonb, '{retryOf}', to_jsonb($2::text))::text where job = $1",
                id,
                failed.toString());
        return id;
    }

    @Test
    void aClaimTellsForHowLongNobodyHadWorkedOnTheJobThoughItWasDue() {
        submit("one");
        log(claim("a", LEASE).get(0)).putDown(List.of(), Instant.now().minusSeconds(600));

        assertThat(claim("b", LEASE).get(0).unattended()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(12));
        submit("two");
        assertThat(claim("b", LEASE).get(0).unattended()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aWorkerCannotRenewALeaseThatHasEnded() {
        UUID job = submit("one");
        claim("a", NO_LEASE);

        assertThat(claims.renew("a", List.of(job), LEASE)).isEmpty();
    }

    @Test
    void aWaitingJobHasNoOwnerAndIsClaimedAgainWhenItIsDue() {
        submit("one");
        JobLog log = log(claim("a", LEASE).get(0));

        assertThat(log.putDown(List.of(), log.now().plusSeconds(3600))).isTrue();
        assertThat(claim("b", LEASE)).isEmpty();
        assertThat(claims.untilNextDue())
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61)));
    }

    @Test
    void whatAStoppingWorkerGivesBackIsFreeAtOnceButNotWhatAnotherHasByNow() {
        UUID taken = submit("one");
        List<JobClaims.Claim> held = new ArrayList<>(claim("a", NO_LEASE));
        JobClaims.Claim heir = claim("b", LEASE).get(0);
        Set<UUID> free = Set.of(submit("two"), submit("three"));
        held.addAll(claim("a", LEASE));

        claims.release(held, "the service stops", json);

        assertThat(store.stands(heir)).isTrue();
        assertThat(claim("c", LEASE))
                .allSatisfy(claim -> assertThat(claim.takenOver()).isFalse())
                .extracting(JobClaims.Claim::job)
                .containsExactlyInAnyOrderElementsOf(free)
                .doesNotContain(taken);
    }

    @Test
    void theEndOfALeaseIsAMomentToLookAgain() {
        submit("one");
        claim("a", LEASE);

        assertThat(claims.untilNextDue())
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ZERO, LEASE));
    }

    @Test
    void aCancellationWakesAWaitingJob() {
        UUID job = submit("one");
        JobLog log = log(claim("a", LEASE).get(0));
        log.putDown(List.of(), log.now().plusSeconds(3600));
        Blocking.await(jobs.write(job, JobCommands.cancel("operator", null)));

        assertThat(claim("b", LEASE)).hasSize(1);
    }

    @Test
    void aSessionThatEndsWhileItsProcessLivesMakesNoTwoOwners() throws Exception {
        submit("one");
        JobClaims.Claim claim;
        JobLog living;
        try (WorkerSession session = session("a")) {
            claim = claim("a", LEASE).get(0);
            living = log(claim);
            assertThat(living.mayChange()).isTrue();
            assertThat(claims.withoutSession("b")).isEmpty();
            assertThat(session.connection().isClosed()).isFalse();
        }

        assertThat(claims.withoutSession("b")).containsExactly("a");
        assertThat(claims.endLeases(List.of("a"))).isEqualTo(1);
        JobClaims.Claim heir = claim("b", LEASE).get(0);
        assertThat(heir.fence()).isGreaterThan(claim.fence());
        assertThat(living.mayChange()).isFalse();
        assertThatThrownBy(() -> living.append(new JobEvent.Claimed("a", 1))).isInstanceOf(ClaimLost.class);
    }

    @Test
    void aSessionThatIsMadeAnewInTimeKeepsItsJobsAndItsRightToChange() throws Exception {
        submit("one");
        JobLog log = log(claim("a", LEASE).get(0));
        assertThat(claims.withoutSession("b")).containsExactly("a");

        try (WorkerSession again = session("a")) {
            assertThat(again.connection().isClosed()).isFalse();
            assertThat(claims.endLeases(List.of("a"))).isZero();
            assertThat(claim("b", LEASE)).isEmpty();
            assertThat(log.mayChange()).isTrue();
        }
    }

    @Test
    void whatIsToBeSwitchedOnAgainIsClaimedAtOnceBehindHundredsOfPlansAndEightDeadClusters() {
        for (int i = 0; i < 8; i++) {
            submit("dead-" + i, JobMode.PLAN);
        }
        assertThat(claims.claim(JobClaims.Lane.READING, "a", 8, 4, LEASE)).hasSize(8);
        Blocking.await(sessions.withTransaction(session -> Multi.createFrom()
                .range(0, 400)
                .onItem()
                .transformToUniAndConcatenate(i -> submit(session, "busy", JobMode.PLAN))
                .collect()
                .last()));
        UUID holding = submit("held");
        JobLog log = log(claim("a", LEASE).get(0));
        log.append(List.of(
                new JobEvent.Planned(
                        null,
                        "imp-sub",
                        List.of(new PlannedLineBuilder()
                                .line(1)
                                .step("off")
                                .target("imp-sub")
                                .build())),
                new JobEvent.Acting(1, "imp-sub", "off", "why", Hold.replicationSyncMonitor("imp-sub"), Map.of())));
        log.putDown(List.of(), log.now());
        submit("other");

        assertThat(claims.claim(JobClaims.Lane.CHANGING, "a", 1, 1, LEASE))
                .extracting(JobClaims.Claim::job)
                .containsExactly(holding);
    }

    @Test
    void aClusterHasOneLiveChangingJob() {
        submit("one");

        assertThatThrownBy(() -> submit("one")).hasStackTraceContaining("job_one_live_per_cluster");
        submit("two");
    }

    @Test
    void manyWorkersNeverHaveTheSameJob() throws Exception {
        for (int i = 0; i < 30; i++) {
            submit("cluster-" + i);
        }
        Set<UUID> seen = java.util.Collections.synchronizedSet(new HashSet<>());
        try (var pool = new Pool(6)) {
            List<Integer> counts = pool.all(12, () -> {
                List<JobClaims.Claim> mine = claim(UUID.randomUUID().toString(), LEASE);
                mine.forEach(claim -> seen.add(claim.job()));
                return mine.size();
            });
            assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(30);
        }
        assertThat(seen).hasSize(30);
    }

    /** The session in which a worker shows that it lives. */
    private WorkerSession session(String worker) throws SQLException {
        Connection session = database.getConnection();
        try (PreparedStatement lock =
                session.prepareStatement("select pg_advisory_lock_shared(hashtextextended(?, 0))")) {
            lock.setString(1, worker);
            lock.execute();
        }
        return new WorkerSession(session);
    }

    private record WorkerSession(Connection connection) implements AutoCloseable {
        /** Its connection goes back to a pool, so that its locks end here as they do with a session. */
        @Override
        public void close() throws SQLException {
            try (connection;
                    Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_unlock_all()");
            }
        }
    }
}
