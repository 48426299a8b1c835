package io.presencemedic.job;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.presencemedic.audit.Actor;
import io.presencemedic.audit.CurrentActor;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Clusters;
import io.presencemedic.http.ProblemException;
import io.presencemedic.http.creation.Created;
import io.presencemedic.http.creation.Idempotency;
import io.presencemedic.http.creation.IdempotencyKey;
import io.presencemedic.http.creation.StoredAnswer;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.SubmittedBuilder;
import io.presencemedic.job.run.JobRetry;
import io.presencemedic.job.store.JobClaims;
import io.presencemedic.job.store.JobSignals;
import io.presencemedic.job.store.Jobs;
import io.presencemedic.job.store.NewJob;
import io.presencemedic.job.store.NewJobs;
import io.presencemedic.job.view.JobSummary;
import io.presencemedic.job.view.JobView;
import io.presencemedic.runbook.Runbook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes a request for a job: checks it against what is known here, and creates the job exactly once. Asks no node. */
@ApplicationScoped
public class JobSubmission {
    private static final Supplier<Uni<Void>> NO_CONDITION = Uni.createFrom()::voidItem;

    private final RequestCheck check;
    private final Clusters clusters;
    private final Jobs jobs;
    private final Idempotency idempotency;
    private final ClusterExclusivity turn;
    private final JobSignals signals;
    private final NewJobs created;
    private final JobConfig config;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    JobSubmission(
            RequestCheck check,
            Clusters clusters,
            Jobs jobs,
            Idempotency idempotency,
            ClusterExclusivity turn,
            JobSignals signals,
            NewJobs created,
            JobConfig config) {
        this.created = created;
        this.config = config;
        this.check = check;
        this.clusters = clusters;
        this.jobs = jobs;
        this.idempotency = idempotency;
        this.turn = turn;
        this.signals = signals;
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
        return submit(cluster, request, key, caller, NO_CONDITION);
    }

    /** The same where a condition of the other room's does not fail; an earlier answer is given whatever it says. */
    public Uni<StoredAnswer> submit(
            String cluster,
            JobRequest request,
            Optional<IdempotencyKey> key,
            String caller,
            Supplier<Uni<Void>> condition) {
        String fingerprint = idempotency.fingerprint("POST", "/clusters/" + cluster + "/jobs", request);
        return idempotency.knownOr(caller, key, fingerprint, () -> clusters.get(cluster)
                .call(found -> condition.get())
                .chain(found -> {
                    Runbook runbook = check.runbook(request.runbook());
                    check.parameters(runbook, request.parametersOrNone());
                    RequestCheck.approval(request);
                    JobEvent.Submitted submitted = submitted(found, request, caller);
                    Draft draft = new Draft(runbook, submitted, JobSubmission::asJob);
                    return jobs.inSession(session -> check.target(session, found, runbook, submitted.target()))
                            .chain(() -> samePlan(submitted))
                            .chain(() -> create(draft, key, fingerprint));
                }));
    }

    /**
     * Creates a job of any runbook in the name of somebody who is not there, as {@link #submit} does.
     *
     * @param actor who is said to have asked, in the audit log and where approvals are given
     */
    public Uni<StoredAnswer> submitFor(Actor actor, String cluster, JobRequest request, Optional<IdempotencyKey> key) {
        return Uni.createFrom().deferred(() -> {
            CurrentActor.enter(actor);
            return submit(cluster, request, key, actor.name());
        });
    }

    /**
     * Checks a request for a job that is wanted later against what is known now; creates nothing.
     *
     * @throws io.presencemedic.http.ProblemException (in the Uni) where there is no such cluster or runbook, or where
     *     the parameters or the target do not fit
     */
    public Uni<Void> check(String cluster, JobRequest request) {
        return clusters.get(cluster).chain(found -> {
            Runbook runbook = check.runbook(request.runbook());
            check.parameters(runbook, request.parametersOrNone());
            return jobs.inSession(session -> check.target(session, found, runbook, request.jobTarget()));
        });
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
        return begin(order, key, caller, NO_CONDITION);
    }

    /** The same where a condition of the other room's does not fail; an earlier answer is given whatever it says. */
    public Uni<StoredAnswer> begin(
            JobOrder order, Optional<IdempotencyKey> key, String caller, Supplier<Uni<Void>> condition) {
        String fingerprint = fingerprint(order);
        return idempotency.knownOr(caller, key, fingerprint, () -> condition
                .get()
                .map(nothing -> checked(order))
                .onFailure(ProblemException.class)
                // That there is no such cluster is said first.
                .call(refused -> clusters.get(order.cluster()))
                .chain(runbook -> create(
                        new Draft(
                                runbook,
                                order.submitted(caller),
                                (id, history) -> order.answer(JobSummary.of(id, history))),
                        key,
                        fingerprint)));
    }

    /** The answer that {@link #begin} gave before to the same request; empty where there is none, or no key. */
    public Uni<Optional<StoredAnswer>> begun(JobOrder order, Optional<IdempotencyKey> key, String caller) {
        return idempotency.known(caller, key, fingerprint(order));
    }

    private String fingerprint(JobOrder order) {
        return idempotency.fingerprint("POST", order.path(), order.asked());
    }

    private Runbook checked(JobOrder order) {
        Runbook runbook = check.runbook(order.runbook());
        check.parameters(runbook, order.parameters());
        return runbook;
    }

    /** Creates a job that goes on where a failed one ended, or gives the earlier answer again. */
    Uni<StoredAnswer> retry(UUID id, Optional<IdempotencyKey> key, String caller) {
        String fingerprint = idempotency.fingerprint("POST", "/jobs/" + id + "/retry", "");
        return idempotency.knownOr(caller, key, fingerprint, () -> jobs.find(id)
                .map(found -> JobRetry.of(id, found.orElseThrow(() -> JobResource.unknown(id)), caller))
                .call(submitted -> clusters.get(submitted.cluster()))
                .chain(submitted -> create(
                        new Draft(check.runbook(submitted.runbook()), submitted, JobSubmission::asJob),
                        key,
                        fingerprint)));
    }

    /** A job before it is stored. */
    private record Draft(Runbook runbook, JobEvent.Submitted submitted, Answering answer) {
        boolean isMutating() {
            return submitted.mode() == JobMode.EXECUTE && runbook.card().changes();
        }

        JobClaims.Lane lane() {
            return isMutating() ? JobClaims.Lane.CHANGING : JobClaims.Lane.READING;
        }
    }

    /** What a caller is told of the new job. */
    private interface Answering {
        Created of(UUID id, JobHistory history);
    }

    private static Created asJob(UUID id, JobHistory history) {
        return Created.work("/api/v1/jobs/" + id, JobView.of(id, history));
    }

    private static JobEvent.Submitted submitted(Cluster cluster, JobRequest request, String caller) {
        return new SubmittedBuilder()
                .cluster(cluster.id())
                .runbook(request.runbook())
                .mode(request.modeOrDefault())
                .target(request.jobTarget())
                .parameters(request.parametersOrNone())
                .planHash(request.planHash())
                .reason(request.reason())
                .ticket(request.ticket())
                .requestedBy(caller)
                .awaitApproval(request.awaitsApproval() ? true : null)
                .build();
    }

    private Uni<Void> samePlan(JobEvent.Submitted submitted) {
        String hash = submitted.planHash();
        return hash == null || submitted.mode() == JobMode.PLAN
                ? Uni.createFrom().voidItem()
                : jobs.inSession(session -> jobs.planned(session, submitted.cluster(), hash))
                        .invoke(planned -> RequestCheck.samePlan(submitted, planned))
                        .replaceWithVoid();
    }

    private Uni<StoredAnswer> create(Draft draft, Optional<IdempotencyKey> key, String fingerprint) {
        JobEvent.Submitted submitted = draft.submitted();
        NewJob job = new NewJob(ids.generate(), submitted, draft.isMutating(), config.mostWaiting());
        JobTraces.link(job.id());
        Uni<StoredAnswer> stored = key.isPresent()
                ? idempotency.once(submitted.requestedBy(), key, fingerprint, session -> turn(session, job)
                        .chain(() -> created.create(session, job))
                        .chain(history -> answered(session, draft, job, history)))
                : alone(draft, job).map(idempotency::told);
        return stored.invoke(answer -> signals.due(UUID.fromString(answer.id()), Optional.of(draft.lane())))
                .onFailure(ClusterExclusivity::isSecondLiveJob)
                .recoverWithUni(() -> turn.refuse(submitted.cluster()));
    }

    /** Nothing but the job is stored. */
    private Uni<Created> alone(Draft draft, NewJob job) {
        Uni<Void> asked = job.mutating()
                ? jobs.inSession(session -> turn(session, job))
                : Uni.createFrom().voidItem();
        return asked.chain(() -> created.create(job))
                .chain(history -> history.isPresent()
                        ? Uni.createFrom().item(draft.answer().of(job.id(), history.get()))
                        : jobs.inSession(session -> answered(session, draft, job, history)));
    }

    private Uni<Void> turn(Mutiny.Session session, NewJob job) {
        return job.mutating()
                ? turn.require(session, job.submitted().cluster())
                : Uni.createFrom().voidItem();
    }

    /** The answer, or why there is no place for the job: its cluster is not there, or its caller has too many. */
    private Uni<Created> answered(Mutiny.Session session, Draft draft, NewJob job, Optional<JobHistory> history) {
        JobEvent.Submitted submitted = job.submitted();
        return history.isPresent()
                ? Uni.createFrom().item(draft.answer().of(job.id(), history.get()))
                : clusters.keep(session, submitted.cluster())
                        .chain(() -> turn.requirePlace(session, submitted.cluster(), submitted.requestedBy()))
                        .chain(() -> Uni.createFrom().failure(ClusterExclusivity::tryAgain));
    }
}
