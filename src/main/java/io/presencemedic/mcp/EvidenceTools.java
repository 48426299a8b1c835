package io.presencemedic.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.ToolGuard;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.access.limit.Limit;
import io.presencemedic.database.Blocking;
import io.presencemedic.evidence.BundleRequest;
import io.presencemedic.evidence.BundleResource;
import io.presencemedic.evidence.ClusterBundlesResource;
import io.presencemedic.http.FormHeaders;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Evidence bundles for the vendor's support. */
@ApplicationScoped
class EvidenceTools {
    private final ToolCalls calls;
    private final ToolGuard guard;
    private final ClusterBundlesResource begin;
    private final BundleResource bundles;

    EvidenceTools(ToolCalls calls, ToolGuard guard, ClusterBundlesResource begin, BundleResource bundles) {
        this.calls = calls;
        this.guard = guard;
        this.begin = begin;
        this.bundles = bundles;
    }

    @Tool(
            name = "collect_evidence",
            description =
                    "Begins to collect what the vendor's support wants for a fault: outputs, logs and traces of the nodes. Only reads the nodes. Takes minutes; call show_evidence with the id. The archive is fetched by a person.",
            annotations =
                    @Tool.Annotations(
                            title = "Collect evidence",
                            readOnlyHint = true,
                            destructiveHint = false,
                            openWorldHint = false))
    ToolResponse collectEvidence(
            @ToolArg(description = ClusterTools.CLUSTER) String cluster,
            @ToolArg(description = "Which evidence: E-NETWORK, E-DATABASE, E-ICSA or E-SYNC-AGENT") String kind,
            @ToolArg(description = "Id of a job of the cluster whose report belongs to it", required = false) @Nullable
                    String job,
            @ToolArg(description = RunbookTools.REASON, required = false) @Nullable String reason,
            @ToolArg(description = RunbookTools.TICKET, required = false) @Nullable String ticket) {
        return calls.answer(Limit.SUBMISSIONS, () -> {
            guard.require("collect_evidence", Verb.DIAGNOSE, cluster, null);
            ObjectNode body = calls.object()
                    .put("kind", kind)
                    .put("job", job)
                    .put("reason", reason)
                    .put("ticket", ticket);
            BundleRequest request = calls.body(body, BundleRequest.class);
            FormHeaders once = new FormHeaders(UUID.randomUUID().toString());
            return Blocking.await(begin.create(cluster, request, once));
        });
    }

    @Tool(
            name = "show_evidence",
            description = "Shows how far the collecting of evidence has come, item by item.",
            annotations =
                    @Tool.Annotations(
                            title = "Show collected evidence",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    ToolResponse showEvidence(@ToolArg(description = "Id of the bundle") String bundle) {
        return calls.look(() -> {
            UUID id = ToolCalls.id("bundle", bundle);
            Blocking.await(guard.requireReadable("show_evidence", "bundles", id));
            return bundles.get(id, null);
        });
    }
}
