package io.presencemedic.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.http.FieldError;
import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.job.run.TargetFinder;
import io.presencemedic.job.run.TargetRefused;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.TargetKind;
import io.presencemedic.runbook.catalog.RunbookCatalog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Checks a request against what is known here; no node is asked. */
@ApplicationScoped
class RequestCheck {
    private final RunbookCatalog catalog;
    private final Instance<KnownGroups> groups;

    RequestCheck(RunbookCatalog catalog, @Any Instance<KnownGroups> groups) {
        this.catalog = catalog;
        this.groups = groups;
    }

    /** @throws ProblemException 400 where there is no such runbook */
    Runbook runbook(String name) {
        return catalog.find(name).orElseThrow(() -> Problem.of(
                        400, "RUNBOOK_UNKNOWN", "There is no such runbook; GET /api/v1/runbooks lists them.")
                .error("runbook", "is not the name of a runbook")
                .exception());
    }

    /** @throws ProblemException 400 where a parameter does not fit */
    void parameters(Runbook runbook, ObjectNode parameters) {
        List<FieldError> errors = runbook.card().parameters().check(parameters).stream()
                .map(violation -> new FieldError(field(violation.parameter()), violation.message()))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
    }

    /** The jobs that the parameters name, by the fields of the request; what does not fit names none. */
    Map<String, UUID> jobs(JobRequest request) {
        Map<String, UUID> named = new LinkedHashMap<>();
        catalog.find(request.runbook())
                .map(runbook -> runbook.card().parameters().jobs(request.parametersOrNone()))
                .ifPresent(jobs -> jobs.forEach((parameter, job) -> named.put(field(parameter), job)));
        return named;
    }

    private static String field(String parameter) {
        return "parameters." + parameter;
    }

    /** @throws ProblemException 400 where an approval is wanted of what is no plan */
    static void approval(JobRequest request) {
        if (!request.awaitsApproval()) {
            return;
        }
        if (request.modeOrDefault() == JobMode.PLAN) {
            throw Problem.invalid("awaitApproval", "is for jobs of the mode EXECUTE")
                    .exception();
        }
        if (request.planHash() == null) {
            throw Problem.invalid("planHash", "must be given where awaitApproval is true: it is what is approved")
                    .exception();
        }
    }

    /** Fails with 400 where the target cannot be right, by the inventory and by what was last seen of the cluster. */
    Uni<Void> target(Mutiny.Session session, Cluster cluster, Runbook runbook, JobTarget target) {
        try {
            TargetFinder.check(cluster, runbook.card().target(), target);
        } catch (TargetRefused refused) {
            return Uni.createFrom().failure(problem(refused));
        }
        if (runbook.card().target() != TargetKind.GROUP || groups.isUnsatisfied()) {
            return Uni.createFrom().voidItem();
        }
        return groups.get()
                .names(session, cluster.id())
                .onItem()
                .invoke(known -> known.ifPresent(names -> requireGroup(names, target)))
                .replaceWithVoid();
    }

    private static void requireGroup(List<String> names, JobTarget target) {
        try {
            TargetFinder.chosen(names, target.group());
        } catch (TargetRefused refused) {
            throw problem(refused);
        }
    }

    /** Fails with 409 where the request is another one than the plan that it is bound to. */
    static void samePlan(JobEvent.Submitted asked, Optional<JobEvent.Submitted> planned) {
        planned.filter(plan -> !plan.runbook().equals(asked.runbook())
                        || !plan.parameters().equals(asked.parameters())
                        || !isSame(plan.target(), asked.target()))
                .ifPresent(plan -> {
                    throw Problem.of(
                                    409,
                                    "PLAN_CHANGED",
                                    "The plan with this hash was made for another request. Make a new plan.")
                            .with("planHash", String.valueOf(asked.planHash()))
                            .exception();
                });
    }

    private static boolean isSame(JobTarget plan, JobTarget asked) {
        return plan.group() == null && plan.node() == null
                || asked.group() == null && asked.node() == null
                || plan.equals(asked);
    }

    private static ProblemException problem(TargetRefused refused) {
        return Problem.of(400, refused.code(), refused.sentence())
                .error(refused.field(), refused.detail())
                .exception();
    }
}
