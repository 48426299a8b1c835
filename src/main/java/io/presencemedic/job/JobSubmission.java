package io.presencemedic.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Clusters;
import io.presencemedic.http.Created;
import io.presencemedic.http.FieldError;
import io.presencemedic.http.Idempotency;
import io.presencemedic.http.IdempotencyKey;
import io.presencemedic.http.Problem;
import io.presencemedic.http.StoredAnswer;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCatalog;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes a request for a job: checks it, finds its target on the live cluster, and creates the job exactly once. */
@ApplicationScoped
public class JobSubmission {
    private final RunbookCatalog catalog;
    private final Clusters clusters;
    private final Jobs jobs;
    private final Preflight rehearsal;
    private final Idempotency idempotency;
    private final ClusterExclusivity turn;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    JobSubmission(
            RunbookCatalog catalog,
            Clusters clusters,
            Jobs jobs,
            Preflight rehearsal,
            Idempotency idempotency,
            ClusterExclusivity turn) {
        this.catalog = catalog;
        this.clusters = clusters;
        this.jobs = jobs;
        this.rehearsal = rehearsal;
        this.idempotency = idempotency;
        this.turn = turn;
    }

    /**
     * Creates a job of any runbook, or gives the answer again that an earlier request with the same key got. Other
     * rooms may ask in a caller's name.
     *
     * @param caller the name of the account that asks
     * @return the answer; its {@code id()} is the job's
     * @throws io.presencemedic.http.ProblemException (in the Uni) where there is no such cluster or runbook, where the
     *     parameters do not fit, where the cluster is busy, or where the key was used for another request
     */
    public Uni<StoredAnswer> submit(String cluster, JobRequest request, Optional<IdempotencyKey> key, String caller) {
        String fingerprint = idempotency.fingerprint("POST", "/clusters/" + cluster + "/jobs", request);
        return once(key, caller, fingerprint, () -> clusters.get(cluster).chain(found -> {
            Runbook runbook = runbook(request.runbook());
            check(runbook, request.parametersOrNone());
            JobEvent.Submitted submitted = submitted(found, request, caller);
            return create(found, new Draft(runbook, submitted, more -> more, JobSubmission::asJob), key, fingerprint);
        }));
    }

    /**
     * Begins a job for another room, which shows it in its own way; or gives the earlier answer again.
     *
     * @param key what the caller calls this request, so that it can be repeated
     * @param caller the name of the account that asks
     * @throws io.presencemedic.http.ProblemException (in the Uni) as for every job: an unknown cluster, parameters that
     *     do not fit, a key that was used for another request
     */
    public Uni<StoredAnswer> begin(JobOrder order, Optional<IdempotencyKey> key, String caller) {
        String fingerprint = idempotency.fingerprint("POST", order.path(), order.asked());
        return once(
                key, caller, fingerprint, () -> clusters.get(order.cluster()).chain(found -> {
                    Runbook runbook = runbook(order.runbook());
                    check(runbook, order.parameters());
                    Answering answer = (id, history) -> order.answer(JobSummary.of(id, history));
                    return create(
                            found, new Draft(runbook, order.submitted(caller), more -> more, answer), key, fingerprint);
                }));
    }

    /** Creates a job that goes on where a failed one ended, or gives the earlier answer again. */
    Uni<StoredAnswer> retry(UUID id, Optional<IdempotencyKey> key, String caller) {
        String fingerprint = idempotency.fingerprint("POST", "/jobs/" + id + "/retry", "");
        return once(key, caller, fingerprint, () -> jobs.find(id)
                .map(found -> found.orElseThrow(() -> JobResource.unknown(id)))
                .chain(failed -> retry(id, failed, key, caller, fingerprint)));
    }

    private Uni<StoredAnswer> retry(
            UUID id, JobHistory failed, Optional<IdempotencyKey> key, String caller, String fingerprint) {
        JobEvent.Submitted submitted = JobRetry.of(id, failed, caller);
        return clusters.get(submitted.cluster())
                .chain(cluster -> create(
                        cluster,
                        new Draft(
                                runbook(submitted.runbook()),
                                submitted,
                                prepared -> JobRetry.begun(id, failed, prepared),
                                JobSubmission::asJob),
                        key,
                        fingerprint));
    }

    private Uni<StoredAnswer> once(
            Optional<IdempotencyKey> key, String caller, String fingerprint, Supplier<Uni<StoredAnswer>> create) {
        return idempotency
                .find(caller, key, fingerprint)
                .chain(known -> known.isPresent() ? Uni.createFrom().item(known.get()) : create.get());
    }

    /** A job before it is stored. */
    private record Draft(
            Runbook runbook, JobEvent.Submitted submitted, UnaryOperator<List<JobEvent>> completed, Answering answer) {
        boolean isMutating() {
            return submitted.mode() == JobMode.EXECUTE && runbook.card().changes();
        }
    }

    /** What a caller is told of the new job. */
    private interface Answering {
        Created of(UUID id, JobHistory history);
    }

    private static Created asJob(UUID id, JobHistory history) {
        return Created.work("/api/v1/jobs/" + id, JobView.of(id, history));
    }

    private Uni<StoredAnswer> create(Cluster cluster, Draft draft, Optional<IdempotencyKey> key, String fingerprint) {
        JobEvent.Submitted submitted = draft.submitted();
        return prepare(cluster, draft)
                .map(draft.completed())
                .chain(more -> idempotency.once(
                        submitted.requestedBy(), key, fingerprint, session -> insert(session, draft, more)))
                .onFailure(ClusterExclusivity::isSecondLiveJob)
                .recoverWithUni(() -> turn.refuse(cluster.id()));
    }

    private Runbook runbook(String name) {
        return catalog.find(name).orElseThrow(() -> Problem.of(
                        400, "RUNBOOK_UNKNOWN", "There is no such runbook; GET /api/v1/runbooks lists them.")
                .error("runbook", "is not the name of a runbook")
                .exception());
    }

    private static void check(Runbook runbook, ObjectNode parameters) {
        List<FieldError> errors = runbook.card().parameters().check(parameters).stream()
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
    private Uni<List<JobEvent>> prepare(Cluster cluster, Draft draft) {
        return requireTurn(draft)
                .chain(() -> offTheEventLoop(() -> rehearsal.prepare(cluster, draft.runbook(), draft.submitted())));
    }

    private Uni<Void> requireTurn(Draft draft) {
        return draft.isMutating()
                ? jobs.inSession(
                        session -> turn.require(session, draft.submitted().cluster()))
                : Uni.createFrom().voidItem();
    }

    /** Blocking work whose result comes back to the request's own event loop, where the database session lives. */
    private static <T> Uni<T> offTheEventLoop(Callable<T> work) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(() -> context.executeBlocking(work, false).toCompletionStage());
    }

    private Uni<Created> insert(Mutiny.Session session, Draft draft, List<JobEvent> more) {
        UUID id = ids.generate();
        String cluster = draft.submitted().cluster();
        Uni<Void> free = draft.isMutating()
                ? turn.require(session, cluster)
                : Uni.createFrom().voidItem();
        return clusters.keep(session, cluster)
                .chain(() -> free)
                .chain(() -> jobs.create(session, id, draft.submitted(), more, draft.isMutating()))
                .map(history -> draft.answer().of(id, history));
    }
}
