package io.presencemedic.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.ToolGuard;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.cluster.ClusterResource;
import io.presencemedic.cluster.Clusters;
import io.presencemedic.database.Blocking;
import io.presencemedic.diagnosis.ClusterStatusResource;
import io.presencemedic.job.store.Jobs;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolResponse;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Clusters, to look at. */
@ApplicationScoped
class ClusterTools {
    static final String CLUSTER = "Id of the cluster, as list_clusters names it";
    static final String CURSOR = "nextCursor of the answer before; leave it out for the first part";
    static final String LIMIT = "How many entries at most, 1 to 50; 20 where it is left out";

    private final ToolCalls calls;
    private final ToolGuard guard;
    private final ClusterResource list;
    private final Clusters clusters;
    private final ClusterStatusResource status;
    private final Jobs jobs;

    ClusterTools(
            ToolCalls calls,
            ToolGuard guard,
            ClusterResource list,
            Clusters clusters,
            ClusterStatusResource status,
            Jobs jobs) {
        this.calls = calls;
        this.guard = guard;
        this.list = list;
        this.clusters = clusters;
        this.status = status;
        this.jobs = jobs;
    }

    @Tool(
            name = "list_clusters",
            description = "Lists the IM and Presence clusters that you may read, with their nodes, ordered by id.",
            annotations =
                    @Tool.Annotations(
                            title = "List clusters",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    ToolResponse listClusters(
            @ToolArg(description = LIMIT, required = false) @Nullable Integer limit,
            @ToolArg(description = CURSOR, required = false) @Nullable String cursor) {
        return calls.look(() -> page(limit, cursor));
    }

    @Tool(
            name = "show_cluster",
            description =
                    "Shows a cluster: its nodes, and how its services, high availability and replication stood at the last diagnosis. Asks no node. asOf is null where it was never diagnosed; then call diagnose.",
            annotations =
                    @Tool.Annotations(
                            title = "Show a cluster",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    ToolResponse showCluster(@ToolArg(description = CLUSTER) String cluster) {
        return calls.look(() -> {
            guard.require("show_cluster", Verb.READ, cluster, null);
            ObjectNode shown = calls.object();
            shown.set("cluster", calls.document(Blocking.await(clusters.get(cluster))));
            shown.set("status", calls.document(Blocking.await(status.get(cluster))));
            return shown;
        });
    }

    @Tool(
            name = "list_left_off",
            description =
                    "Lists what jobs hold switched off at present, such as high availability, by which job and since when; of one cluster, or of all that you may read. Something that a finished job left off needs a person.",
            annotations =
                    @Tool.Annotations(
                            title = "List what is left switched off",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    ToolResponse listLeftOff(
            @ToolArg(description = CLUSTER + "; all where it is left out", required = false) @Nullable String cluster,
            @ToolArg(description = CURSOR, required = false) @Nullable String cursor) {
        return calls.look(() -> {
            ObjectNode answer = calls.object();
            ArrayNode items = answer.putArray("items");
            if (cluster != null) {
                guard.require("list_left_off", Verb.READ, cluster, null);
                add(items, cluster);
                return answer;
            }
            JsonNode page = calls.document(page(null, cursor));
            page.path("items").forEach(each -> add(items, each.path("id").asText()));
            answer.set("nextCursor", page.path("nextCursor"));
            return answer;
        });
    }

    private Object page(@Nullable Integer limit, @Nullable String cursor) {
        return Blocking.await(list.list(calls.page(limit, cursor)));
    }

    private void add(ArrayNode items, String cluster) {
        for (JsonNode off : calls.document(Blocking.await(jobs.heldOff(cluster)))) {
            items.add(calls.object().put("cluster", cluster).setAll((ObjectNode) off));
        }
    }
}
