package io.presencemedic.job;

import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import io.presencemedic.job.store.StoredLiveJobs;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Says no to a second changing job on a cluster, to one on a cluster where something was left switched off, and to more
 * jobs of one caller than the cluster should have waiting.
 */
@ApplicationScoped
class ClusterExclusivity {
    private static final Duration BUSY_RETRY = Duration.ofSeconds(30);
    private static final Duration QUEUE_RETRY = Duration.ofSeconds(30);
    private static final String ONE_LIVE_JOB = "job_one_live_per_cluster";
    private static final String UNIQUE_VIOLATION = "23505";

    private final StoredLiveJobs live;
    private final JobConfig config;

    ClusterExclusivity(StoredLiveJobs live, JobConfig config) {
        this.live = live;
        this.config = config;
    }

    /** @throws ProblemException (in the Uni) 409 where a changing job must not begin now */
    Uni<Void> require(Mutiny.Session session, String cluster) {
        return live.blocking(session, cluster)
                .invoke(id -> id.ifPresent(job -> {
                    throw needsAttention(job);
                }))
                .chain(() -> live.changing(session, cluster))
                .invoke(id -> id.ifPresent(job -> {
                    throw busy(job);
                }))
                .replaceWithVoid();
    }

    /** @throws ProblemException (in the Uni) 429 where the caller has too many jobs there that only read */
    Uni<Void> requirePlace(Mutiny.Session session, String cluster, String caller) {
        return live.reading(session, cluster, caller)
                .invoke(waiting -> {
                    if (waiting >= config.mostWaiting()) {
                        throw Problem.of(
                                        429,
                                        "TOO_MANY_JOBS",
                                        "You have " + waiting
                                                + " jobs on this cluster that have not ended. Wait for some of them, or cancel them.")
                                .with("limit", config.mostWaiting())
                                .retryAfter(QUEUE_RETRY)
                                .exception();
                    }
                })
                .replaceWithVoid();
    }

    /** Refuses a job that the database did not take beside another one. */
    <T> Uni<T> refuse(String cluster) {
        return live.changing(cluster).map(other -> {
            throw other.map(ClusterExclusivity::busy).orElseGet(ClusterExclusivity::tryAgain);
        });
    }

    /** What kept a job from being made is over by now. */
    static ProblemException tryAgain() {
        return Problem.of(409, "CLUSTER_BUSY", "Another job has just been created. Try again.")
                .retryAfter(Duration.ofSeconds(1))
                .exception();
    }

    private static ProblemException busy(UUID job) {
        return Problem.of(
                        409,
                        "CLUSTER_BUSY",
                        "Job " + job
                                + " is working on the cluster; one changing job runs at a time. Wait for it or cancel it.")
                .with("job", job)
                .retryAfter(BUSY_RETRY)
                .exception();
    }

    private static ProblemException needsAttention(UUID job) {
        return Problem.of(
                        409,
                        "CLUSTER_NEEDS_ATTENTION",
                        "Job " + job + " left something switched off. POST /api/v1/jobs/" + job
                                + "/restore switches it on again; /acknowledge says that an operator has seen to it.")
                .with("job", job)
                .retryAfter(BUSY_RETRY)
                .exception();
    }

    /** Whether the database refused a job because another one is live. */
    static boolean isSecondLiveJob(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof PgException refused
                    && UNIQUE_VIOLATION.equals(refused.getSqlState())
                    && ONE_LIVE_JOB.equals(refused.getConstraint())) {
                return true;
            }
            if (each instanceof ConstraintViolationException refused
                    && UNIQUE_VIOLATION.equals(refused.getSQLState())
                    && ONE_LIVE_JOB.equals(refused.getConstraintName())) {
                return true;
            }
        }
        return false;
    }
}
