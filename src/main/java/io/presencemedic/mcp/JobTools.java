package io.presencemedic.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.ToolGuard;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.access.limit.Limit;
import io.presencemedic.database.Blocking;
import io.presencemedic.http.FormHeaders;
import io.presencemedic.http.Problem;
import io.presencemedic.job.ClusterJobsResource;
import io.presencemedic.job.JobRequest;
import io.presencemedic.job.JobResource;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Jobs: how they stand, and the wish to have a plan executed, which somebody else has to approve. */
@ApplicationScoped
class JobTools {
    private final ToolCalls calls;
    private final ToolGuard guard;
    private final JobResource jobs;
    private final ClusterJobsResource submission;

    JobTools(ToolCalls calls, ToolGuard guard, JobResource jobs, ClusterJobsResource submission) {
        this.calls = calls;
        this.guard = guard;
        this.jobs = jobs;
        this.submission = submission;
    }

    @Tool(
            name = "show_job",
            description =
                    "Shows a job or plan: its state, its lines with what came of each, what it left switched off, its failure, and what a person is asked while it is AWAITING_APPROVAL.",
            annotations =
                    @Tool.Annotations(
                            title = "Show a job",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    ToolResponse showJob(@ToolArg(description = "Id of the job or plan") String job) {
        return calls.look(() -> found("show_job", ToolCalls.id("job", job)));
    }

    @Tool(
            name = "execute_plan",
            description =
                    "Asks that a plan be executed. Nothing is executed by this call: the job waits as AWAITING_APPROVAL until a person other than you approves it, and then runs only if the cluster is still as the plan found it. You cannot approve it. Call show_job to see what came of it. Asking twice for the same plan makes one job.",
            annotations =
                    @Tool.Annotations(
                            title = "Ask for the execution of a plan",
                            destructiveHint = true,
                            idempotentHint = true,
                            openWorldHint = false))
    ToolResponse executePlan(
            @ToolArg(description = "Id of the plan, as plan_runbook answered it") String plan,
            @ToolArg(description = "planHash of that plan, 64 hexadecimal digits") String planHash,
            @ToolArg(description = "Why the plan should be executed, for the person who approves it") String reason,
            @ToolArg(description = RunbookTools.TICKET, required = false) @Nullable String ticket) {
        return calls.answer(Limit.SUBMISSIONS, () -> {
            UUID id = ToolCalls.id("plan", plan);
            JsonNode found = found("execute_plan", id);
            require(found, planHash);
            String cluster = found.path("cluster").asText();
            guard.require(
                    "execute_plan", Verb.PLAN, cluster, found.path("runbook").asText());
            JobRequest request = calls.body(wish(found, reason, ticket), JobRequest.class);
            return Blocking.await(submission.submit(cluster, request, new FormHeaders("mcp execute " + id)));
        });
    }

    private JsonNode found(String tool, UUID id) {
        Blocking.await(guard.requireReadable(tool, "jobs", id));
        return calls.document(Blocking.await(jobs.get(id)));
    }

    private static void require(JsonNode plan, String planHash) {
        if (!plan.path("mode").asText().equals("PLAN") || !plan.path("planHash").isTextual()) {
            throw Problem.of(
                            409, "NOT_A_PLAN", "This is no finished plan. Call plan_runbook and wait for its planHash.")
                    .exception();
        }
        if (!plan.path("planHash").asText().equals(planHash)) {
            throw Problem.of(409, "PLAN_CHANGED", "The plan has another planHash. Read it again with show_job.")
                    .exception();
        }
    }

    private ObjectNode wish(JsonNode plan, String reason, @Nullable String ticket) {
        ObjectNode wish = calls.object();
        wish.set("runbook", plan.path("runbook"));
        wish.set("parameters", plan.path("parameters"));
        wish.set("planHash", plan.path("planHash"));
        ObjectNode target = calls.object();
        plan.path("target").properties().stream()
                .filter(each -> !each.getValue().isNull())
                .forEach(each -> target.set(each.getKey(), each.getValue()));
        if (!target.isEmpty()) {
            wish.set("target", target);
        }
        return wish.put("mode", "EXECUTE")
                .put("awaitApproval", true)
                .put("reason", reason)
                .put("ticket", ticket);
    }
}
