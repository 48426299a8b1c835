package io.presencemedic.job;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.http.Problem;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.ClusterLinks;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.Urgency;
import io.presencemedic.runbook.Runbook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the live cluster about a request before a job is made of it; changes nothing. Blocking. */
@ApplicationScoped
class Preflight {
    private final ClusterLinks links;
    private final ExecutionContexts worlds;
    private final Clock clock;

    Preflight(ClusterLinks links, ExecutionContexts worlds, Clock clock) {
        this.links = links;
        this.worlds = worlds;
        this.clock = clock;
    }

    /**
     * Finds the target, and compares the plan where the request is bound to one.
     *
     * @return the plan; or nothing where the cluster does not answer at present; or the end of the job where it refuses
     *     the account, which is not tried a second time (C7)
     * @throws io.presencemedic.http.ProblemException where the target does not exist, or the plan is not the same any
     *     more
     */
    List<JobEvent> prepare(Cluster cluster, Runbook runbook, JobEvent.Submitted submitted) {
        try (ClusterLink link = links.to(cluster, LinkListener.NONE, Urgency.DIAGNOSIS)) {
            JobEvent.Planned planned =
                    new TargetFinder(cluster, link).find(runbook, submitted.target(), submitted.parameters());
            if (submitted.mode() == JobMode.EXECUTE && submitted.planHash() != null) {
                requireSamePlan(cluster, runbook, link, submitted, planned);
            }
            return List.of(planned);
        } catch (TargetRefused refused) {
            throw Problem.of(400, refused.code(), "The target was refused: " + refused.detail() + ".")
                    .error(refused.field(), refused.detail())
                    .exception();
        } catch (LinkException e) {
            return unanswered(e.failure(), submitted);
        }
    }

    private static List<JobEvent> unanswered(LinkFailure failure, JobEvent.Submitted submitted) {
        if (submitted.planHash() != null) {
            throw Problem.of(503, failure.code(), "The plan cannot be compared: " + failure.detail())
                    .retryAfter(java.time.Duration.ofSeconds(30))
                    .exception();
        }
        return failure.passing()
                ? List.of()
                : List.of(new JobEvent.Finished(
                        JobState.FAILED,
                        new JobFailure(failure.code(), failure.detail(), null, failure.node()),
                        List.of()));
    }

    private void requireSamePlan(
            Cluster cluster,
            Runbook runbook,
            ClusterLink link,
            JobEvent.Submitted submitted,
            JobEvent.Planned planned) {
        RehearsalLog log = new RehearsalLog(submitted, planned, clock);
        new JobRun(log, worlds.of(cluster, runbook, link, null), worlds.timing()).run();
        Optional<String> now = PlanHash.of(log.history());
        if (now.isEmpty() || !now.get().equals(submitted.planHash())) {
            throw Problem.of(
                            409,
                            "PLAN_CHANGED",
                            "The cluster is not as it was when the plan was made, or the request is another one. Make a new plan.")
                    .with("planHash", now.orElse(""))
                    .exception();
        }
    }

    /** A log in memory for a plan that nobody keeps. */
    private static final class RehearsalLog implements JobLog {
        private final Clock clock;
        private JobHistory history = JobHistory.of(List.of());

        RehearsalLog(JobEvent.Submitted submitted, JobEvent.Planned planned, Clock clock) {
            this.clock = clock;
            append(List.of(asPlan(submitted), planned));
        }

        private static JobEvent asPlan(JobEvent.Submitted submitted) {
            return new JobEvent.Submitted(
                    submitted.cluster(),
                    submitted.runbook(),
                    JobMode.PLAN,
                    submitted.target(),
                    submitted.parameters(),
                    null,
                    null,
                    null,
                    submitted.requestedBy(),
                    null);
        }

        @Override
        public JobHistory refresh() {
            return history;
        }

        @Override
        public JobHistory history() {
            return history;
        }

        @Override
        public JobHistory append(List<JobEvent> events) {
            List<RecordedEvent> added = new ArrayList<>();
            events.forEach(event -> added.add(new RecordedEvent(history.lastSeq() + added.size() + 1, now(), event)));
            history = history.plus(added);
            return history;
        }

        @Override
        public boolean putDown(Instant due) {
            throw new IllegalStateException("a plan does not wait");
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public boolean isHeld() {
            return true;
        }
    }
}
