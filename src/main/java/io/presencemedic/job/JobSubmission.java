package io.presencemedic.job;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Clusters;
import io.presencemedic.http.Created;
import io.presencemedic.http.FieldError;
import io.presencemedic.http.Idempotency;
import io.presencemedic.http.IdempotencyKey;
import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import io.presencemedic.http.StoredAnswer;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCatalog;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes a request for a job: checks it, finds its target on the live cluster, and creates the job exactly once. */
@ApplicationScoped
class JobSubmission {
    private static final Duration BUSY_RETRY = Duration.ofSeconds(30);
    private static final String UNIQUE_LIVE_JOB = "job_one_live_per_cluster";

    private final RunbookCatalog catalog;
    private final Clusters clusters;
    private final Jobs jobs;
    private final Rehearsal rehearsal;
    private final Idempotency idempotency;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    JobSubmission(RunbookCatalog catalog, Clusters clusters, Jobs jobs, Rehearsal rehearsal, Idempotency idempotency) {
        this.catalog = catalog;
        this.clusters = clusters;
        this.jobs = jobs;
        this.rehearsal = rehearsal;
        this.idempotency = idempotency;
    }

    /** Creates the job, or gives the answer again that an earlier request with the same key got. */
    Uni<StoredAnswer> submit(String cluster, JobRequest request, Optional<IdempotencyKey> key, String caller) {
        String fingerprint = idempotency.fingerprint("POST", "/clusters/" + cluster + "/jobs", request);
        return idempotency
                .find(caller, key, fingerprint)
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().item(known.get())
                        : create(cluster, request, key, caller, fingerprint));
    }

    private Uni<StoredAnswer> create(
            String clusterId, JobRequest request, Optional<IdempotencyKey> key, String caller, String fingerprint) {
        return clusters.get(clusterId).chain(cluster -> {
            Runbook runbook = runbook(request.runbook());
            check(runbook, request);
            JobEvent.Submitted submitted = submitted(cluster, request, caller);
            return create(cluster, runbook, submitted, more -> more, key, fingerprint);
        });
    }

    /** Creates a job that goes on where a failed one ended, or gives the earlier answer again. */
    Uni<StoredAnswer> retry(UUID id, Optional<IdempotencyKey> key, String caller) {
        String fingerprint = idempotency.fingerprint("POST", "/jobs/" + id + "/retry", "");
        return idempotency
                .find(caller, key, fingerprint)
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().item(known.get())
                        : jobs.find(id)
                                .map(found -> found.orElseThrow(() -> JobResource.unknown(id)))
                                .chain(failed -> retry(id, failed, key, caller, fingerprint)));
    }

    private Uni<StoredAnswer> retry(
            UUID id, JobHistory failed, Optional<IdempotencyKey> key, String caller, String fingerprint) {
        JobEvent.Submitted submitted = Retry.of(id, failed, caller);
        return clusters.get(submitted.cluster())
                .chain(cluster -> create(
                        cluster,
                        runbook(submitted.runbook()),
                        submitted,
                        prepared -> Retry.begun(id, failed, prepared),
                        key,
                        fingerprint));
    }

    private Uni<StoredAnswer> create(
            Cluster cluster,
            Runbook runbook,
            JobEvent.Submitted submitted,
            UnaryOperator<List<JobEvent>> completed,
            Optional<IdempotencyKey> key,
            String fingerprint) {
        return prepare(cluster, runbook, submitted)
                .map(completed)
                .chain(more -> idempotency.once(
                        submitted.requestedBy(),
                        key,
                        fingerprint,
                        session -> insert(session, runbook, submitted, more)))
                .onFailure(JobSubmission::isSecondLiveJob)
                .recoverWithUni(() -> busy(cluster.id()));
    }

    private Runbook runbook(String name) {
        return catalog.find(name).orElseThrow(() -> Problem.of(
                        400, "RUNBOOK_UNKNOWN", "There is no such runbook; GET /api/v1/runbooks lists them.")
                .error("runbook", "is not the name of a runbook")
                .exception());
    }

    private static void check(Runbook runbook, JobRequest request) {
        List<FieldError> errors = runbook.card().parameters().check(request.parametersOrNone()).stream()
                .map(violation -> new FieldError("parameters." + violation.parameter(), violation.message()))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
    }

    private static JobEvent.Submitted submitted(Cluster cluster, JobRequest request, String caller) {
        return new JobEvent.Submitted(
                cluster.id(),
                request.runbook(),
                request.modeOrDefault(),
                request.jobTarget(),
                request.parametersOrNone(),
                request.planHash(),
                request.reason(),
                request.ticket(),
                caller,
                null);
    }

    /** What the live cluster says to the request, before anything is stored: the plan, or why there is none. */
    private Uni<List<JobEvent>> prepare(Cluster cluster, Runbook runbook, JobEvent.Submitted submitted) {
        return refuseIfTaken(cluster.id(), runbook, submitted)
                .chain(() -> offTheEventLoop(() -> rehearsal.prepare(cluster, runbook, submitted)));
    }

    /** Blocking work whose result comes back to the request's own event loop, where the database session lives. */
    private static <T> Uni<T> offTheEventLoop(Callable<T> work) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(() -> context.executeBlocking(work, false).toCompletionStage());
    }

    private Uni<Void> refuseIfTaken(String cluster, Runbook runbook, JobEvent.Submitted submitted) {
        return isMutating(runbook, submitted)
                ? jobs.inSession(session -> requireFree(session, cluster))
                : Uni.createFrom().voidItem();
    }

    private Uni<Created> insert(
            Mutiny.Session session, Runbook runbook, JobEvent.Submitted submitted, List<JobEvent> more) {
        boolean mutating = isMutating(runbook, submitted);
        UUID id = ids.generate();
        Uni<Void> free = mutating
                ? requireFree(session, submitted.cluster())
                : Uni.createFrom().voidItem();
        return clusters.keep(session, submitted.cluster())
                .chain(() -> free)
                .chain(() -> jobs.create(session, id, submitted, more, mutating))
                .map(history -> Created.work("/api/v1/jobs/" + id, JobView.of(id, history)));
    }

    private static boolean isMutating(Runbook runbook, JobEvent.Submitted submitted) {
        return submitted.mode() == JobMode.EXECUTE && runbook.card().changes();
    }

    private Uni<Void> requireFree(Mutiny.Session session, String cluster) {
        return jobs.blocking(session, cluster)
                .invoke(id -> id.ifPresent(job -> {
                    throw needsAttention(job);
                }))
                .chain(() -> jobs.live(session, cluster))
                .invoke(id -> id.ifPresent(job -> {
                    throw busy(job);
                }))
                .replaceWithVoid();
    }

    private Uni<StoredAnswer> busy(String cluster) {
        return jobs.inSession(session -> jobs.live(session, cluster)).map(live -> {
            throw live.map(JobSubmission::busy)
                    .orElseGet(() -> Problem.of(409, "CLUSTER_BUSY", "Another job has just been created. Try again.")
                            .retryAfter(Duration.ofSeconds(1))
                            .exception());
        });
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

    private static boolean isSecondLiveJob(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (String.valueOf(each.getMessage()).contains(UNIQUE_LIVE_JOB)) {
                return true;
            }
        }
        return false;
    }
}
