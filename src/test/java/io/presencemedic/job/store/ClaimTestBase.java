package io.presencemedic.job.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.uuid.Generators;
import io.presencemedic.database.Blocking;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.job.log.RecordedEvent;
import io.presencemedic.job.log.SubmittedBuilder;
import io.presencemedic.job.run.JobLog;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running service that leaves all jobs to the tests, and has none before and after each. */
public abstract class ClaimTestBase {
    static final Duration LEASE = Duration.ofSeconds(60);
    static final Duration NO_LEASE = Duration.ofMillis(-1);

    @Inject
    Jobs jobs;

    @Inject
    NewJobs created;

    @Inject
    protected ClaimsUnderTest claims;

    @Inject
    protected ClaimedLog store;

    @Inject
    Mutiny.SessionFactory sessions;

    @BeforeEach
    void leaveJobsToTheTest() {
        claims.leaveToTests();
        forgetJobs();
    }

    @AfterEach
    void giveJobsBack() {
        forgetJobs();
        claims.giveBackToService();
    }

    private void forgetJobs() {
        for (String table : List.of("held_off", "job_transcript", "job_event", "job")) {
            delete(table);
        }
        delete("cluster where display_name = 'Claimed'");
    }

    private void delete(String what) {
        Blocking.await(sessions.withTransaction(
                session -> session.createNativeQuery("delete from " + what).executeUpdate()));
    }

    UUID submit(String cluster) {
        return submit(cluster, JobMode.EXECUTE);
    }

    UUID submit(String cluster, JobMode mode) {
        return Blocking.await(sessions.withTransaction(session -> submit(session, cluster, mode)));
    }

    Uni<UUID> submit(Mutiny.Session session, String cluster, JobMode mode) {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        JobEvent.Submitted submitted = new SubmittedBuilder()
                .cluster(cluster)
                .runbook("repair")
                .mode(mode)
                .target(JobTarget.NONE)
                .parameters(JsonNodeFactory.instance.objectNode())
                .requestedBy("test")
                .build();
        return session.createNativeQuery("""
                        insert into cluster (id, display_name, platform_credential, application_credential,
                          legacy_algorithms, simulated, version, created_at, updated_at)
                        values (?1, 'Claimed', 'none', 'none', false, false, 0, now(), now()) on conflict do nothing""")
                .setParameter(1, cluster)
                .executeUpdate()
                .chain(() -> created.create(session, new NewJob(id, submitted, mode == JobMode.EXECUTE, 1_000_000)))
                .replaceWith(id);
    }

    List<JobClaims.Claim> claim(String worker, Duration lease) {
        return claims.claim(JobClaims.Lane.CHANGING, worker, 5, 1, lease);
    }

    JobLog log(JobClaims.Claim claim) {
        return new StoredJobLog(store, claim, () -> true);
    }

    List<RecordedEvent> events(UUID job) {
        return Blocking.await(jobs.find(job)).map(JobHistory::events).orElseThrow();
    }

    /** Threads that do the same at once. */
    record Pool(ExecutorService threads) implements AutoCloseable {
        Pool(int size) {
            this(Executors.newFixedThreadPool(size));
        }

        <T> List<T> all(int times, Callable<T> work) throws Exception {
            List<T> results = new ArrayList<>();
            for (var future : threads.invokeAll(Collections.nCopies(times, work))) {
                results.add(future.get());
            }
            return results;
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
