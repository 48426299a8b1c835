package io.presencemedic.job.worker;

import static io.presencemedic.Eventually.eventually;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.presencemedic.EnteredCluster;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Clusters;
import io.presencemedic.job.JobEnding;
import io.presencemedic.job.log.EventJson;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.PlannedLineBuilder;
import io.presencemedic.job.store.ClaimTestBase;
import io.presencemedic.job.store.JobClaims;
import io.presencemedic.job.store.StoredJobLog;
import io.presencemedic.job.store.Transcripts;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.ClusterLinks;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.Urgency;
import io.presencemedic.runbook.ClaimLost;
import io.presencemedic.runbook.catalog.RunbookCatalog;
import io.presencemedic.simulator.Fault;
import io.presencemedic.simulator.FaultKind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of jobs that callers asked for, run here by workers of the tests' own. */
@QuarkusTest
class JobRunnerTest extends ClaimTestBase {
    private static final Duration LEASE_OF_A_RUN = Duration.ofMinutes(5);

    @Inject
    Clusters clusters;

    @Inject
    RunbookCatalog catalog;

    @Inject
    ClusterLinks links;

    @Inject
    ExecutionContexts worlds;

    @Inject
    Transcripts transcripts;

    @Inject
    JobMetrics metrics;

    @Inject
    @Any
    Instance<JobEnding> endings;

    @Inject
    AgroalDataSource database;

    @Inject
    EventJson json;

    @Test
    void aDiagnosisWhoseWorkerIsLostInTheMiddleIsCompletedByAnother() throws Exception {
        try (EnteredCluster cluster = new EnteredCluster("service-not-running", false)) {
            String id = cluster.diagnosis();
            cluster.simulator.faults().add(Fault.of(FaultKind.SLOW).late(Duration.ofMillis(100)));
            JobClaims.Claim lost = claim("lost", id);
            CompletableFuture<Void> frozen =
                    CompletableFuture.runAsync(() -> run(lost, links), task -> new Thread(task, "lost").start());
            eventually().until(() -> cluster.simulator.heard().size() >= 3);
            endLeases();
            JobClaims.Claim heir = claim("heir", id);
            assertThat(heir.takenOver()).isTrue();
            asAdmin().get("/api/v1/diagnoses/" + id).then().body("state", is("RUNNING"));
            cluster.simulator.faults().clear();
            run(heir, links);

            asAdmin()
                    .get("/api/v1/diagnoses/" + id)
                    .then()
                    .body("state", is("SUCCEEDED"))
                    .body("findings.code", hasItem("SERVICE_FAILED_TO_START"));
            assertThat(frozen)
                    .failsWithin(Duration.ofMinutes(1))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(ClaimLost.class);
            asAdmin()
                    .get("/api/v1/jobs/" + id + "/events")
                    .then()
                    .body("items.findAll { it.type == 'CLAIMED' }.worker", is(List.of("lost", "heir")))
                    .body("items.findAll { it.type == 'FINISHED' }.size()", is(1));
        }
    }

    @Test
    void theTimeOfAStopIsToldToAJobThatHadBegun() throws Exception {
        try (EnteredCluster cluster = new EnteredCluster("healthy", false)) {
            String id = job(cluster, "PLAN");
            JobClaims.Claim stopped = claim("stopped", id);
            JobEvent.PlannedLine line = new PlannedLineBuilder()
                    .line(1)
                    .step("look")
                    .target("imp-pub")
                    .build();
            new StoredJobLog(store, stopped, () -> true)
                    .append(List.of(new JobEvent.Planned(null, null, List.of(line)), new JobEvent.LineBegun(1)));
            claims.release(List.of(stopped), "the service stops", json);
            asAdmin().post("/api/v1/jobs/" + id + "/cancel").then().statusCode(200);
            execute("update job set due_at = due_at - interval '10 minutes' where id = '" + id + "'");
            run(claim("heir", id), links);

            asAdmin()
                    .get("/api/v1/jobs/" + id + "/events")
                    .then()
                    .body("items.findAll { it.type == 'CLAIMED' && it.unattended }.worker", is(List.of("heir")))
                    .body("items.find { it.unattended }.unattended", startsWith("PT10M"));
        }
    }

    @Test
    void onlyAJobThatRepairsGoesBeforeDiagnoses() {
        try (EnteredCluster cluster = new EnteredCluster("healthy", false)) {
            assertThat(urgency(cluster.diagnosis())).isEqualTo(Urgency.DIAGNOSIS);
            assertThat(urgency(job(cluster, "PLAN"))).isEqualTo(Urgency.DIAGNOSIS);
            assertThat(urgency(job(cluster, "EXECUTE"))).isEqualTo(Urgency.REMEDIATION);
        }
    }

    private static String job(EnteredCluster cluster, String mode) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"runbook\":\"services-stuck-in-starting\",\"mode\":\"" + mode + "\"}")
                .post("/api/v1/clusters/" + cluster.id + "/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** Runs the job and tells with which urgency it opened its link. */
    private Urgency urgency(String job) {
        Urgencies seen = new Urgencies(links);
        run(claim("worker", job), seen);
        assertThat(seen.all).hasSize(1);
        return seen.all.get(0);
    }

    private JobClaims.Claim claim(String worker, String job) {
        return Stream.of(JobClaims.Lane.values())
                .flatMap(lane -> claims.claim(lane, worker, 100, 100, LEASE_OF_A_RUN).stream())
                .filter(claim -> claim.job().toString().equals(job))
                .findFirst()
                .orElseThrow();
    }

    private void run(JobClaims.Claim claim, ClusterLinks opened) {
        new JobRunner(store, clusters, catalog, opened, worlds, transcripts, metrics, endings)
                .run(new RunningJob(claim, System.nanoTime(), LEASE_OF_A_RUN));
    }

    private void endLeases() throws Exception {
        execute("update job set lease_until = clock_timestamp() where owner is not null");
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Real links, and the urgencies with which they were opened. */
    private record Urgencies(ClusterLinks real, List<Urgency> all) implements ClusterLinks {
        Urgencies(ClusterLinks real) {
            this(real, new ArrayList<>());
        }

        @Override
        public ClusterLink to(Cluster cluster, LinkListener listener) {
            throw new AssertionError("a job is opened without an urgency");
        }

        @Override
        public ClusterLink to(Cluster cluster, LinkListener listener, Urgency urgency) {
            all.add(urgency);
            return real.to(cluster, listener, urgency);
        }
    }
}
