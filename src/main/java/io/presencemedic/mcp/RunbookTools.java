package io.presencemedic.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.ToolGuard;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.access.limit.Limit;
import io.presencemedic.database.Blocking;
import io.presencemedic.job.ClusterJobsResource;
import io.presencemedic.job.JobRequest;
import io.presencemedic.runbook.catalog.RunbookResource;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runbooks: what there is, and what one would do. */
@ApplicationScoped
class RunbookTools {
    static final String REASON = "Why, in a sentence, for the audit log; at most 1,000 characters";
    static final String TICKET = "Number of the ticket that it is for; at most 100 characters";

    private final ToolCalls calls;
    private final ToolGuard guard;
    private final RunbookResource runbooks;
    private final ClusterJobsResource submission;

    RunbookTools(ToolCalls calls, ToolGuard guard, RunbookResource runbooks, ClusterJobsResource submission) {
        this.calls = calls;
        this.guard = guard;
        this.runbooks = runbooks;
        this.submission = submission;
    }

    @Tool(
            name = "list_runbooks",
            description =
                    "Lists the runbooks: what each does, by which item of the vendor's document, on a cluster, group or node, its risk, what users will notice, and the JSON Schema of its parameters.",
            annotations =
                    @Tool.Annotations(
                            title = "List the runbooks",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    ToolResponse listRunbooks(
            @ToolArg(description = ClusterTools.LIMIT, required = false) @Nullable Integer limit,
            @ToolArg(description = ClusterTools.CURSOR, required = false) @Nullable String cursor) {
        return calls.look(() -> Blocking.await(runbooks.list(calls.page(limit, cursor))));
    }

    @Tool(
            name = "plan_runbook",
            description =
                    "Has a runbook say line by line what it would do on the live cluster, with the exact commands. Changes nothing. Waits up to 20 seconds; where state is not final then, call show_job with the id. A plan that SUCCEEDED has a planHash, which execute_plan takes.",
            annotations =
                    @Tool.Annotations(
                            title = "Plan a runbook",
                            readOnlyHint = true,
                            destructiveHint = false,
                            openWorldHint = false))
    ToolResponse planRunbook(
            @ToolArg(description = ClusterTools.CLUSTER) String cluster,
            @ToolArg(description = "Name of the runbook, as list_runbooks or a finding's remedies name it")
                    String runbook,
            @ToolArg(description = "Name of the node, where the runbook works on one", required = false) @Nullable
                    String node,
            @ToolArg(
                            description =
                                    "Name of the redundancy group, where the runbook works on one and the cluster has several",
                            required = false)
                    @Nullable
                    String group,
            @ToolArg(description = "Parameters, as the runbook's schema wants them", required = false) @Nullable
                    Map<String, Object> parameters,
            @ToolArg(description = REASON, required = false) @Nullable String reason,
            @ToolArg(description = TICKET, required = false) @Nullable String ticket) {
        return calls.answer(Limit.SUBMISSIONS, () -> {
            ObjectNode body = calls.object()
                    .put("runbook", runbook)
                    .put("mode", "PLAN")
                    .put("reason", reason)
                    .put("ticket", ticket);
            body.set("parameters", calls.object(parameters));
            if (node != null || group != null) {
                body.putObject("target").put("node", node).put("group", group);
            }
            guard.require("plan_runbook", Verb.PLAN, cluster, runbook);
            JobRequest request = calls.body(body, JobRequest.class);
            return calls.waiting(
                    UUID.randomUUID().toString(),
                    headers -> Blocking.await(submission.submit(cluster, request, headers)));
        });
    }
}
