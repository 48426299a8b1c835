package io.presencemedic.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.Caller;
import io.presencemedic.access.grant.Verb;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Parts of the API's documents on a cluster, with what its reader may do to them. */
final class ClusterRows {
    private ClusterRows() {}

    /** Findings whose remedies say whether the reader may plan them. */
    static JsonNode findings(JsonNode findings, Caller reader, String cluster) {
        for (JsonNode finding : findings) {
            for (JsonNode remedy : finding.path("remedies")) {
                ((ObjectNode) remedy)
                        .put(
                                "permitted",
                                reader.may(
                                        Verb.PLAN,
                                        cluster,
                                        remedy.path("runbook").asText()));
            }
        }
        return findings;
    }

    /** The runbooks that the reader may plan on the cluster. */
    static List<JsonNode> runbooks(JsonNode catalogue, Caller reader, String cluster) {
        return StreamSupport.stream(catalogue.path("items").spliterator(), false)
                .filter(runbook ->
                        reader.may(Verb.PLAN, cluster, runbook.path("name").asText()))
                .toList();
    }

    /** The last job that has changed the cluster after it was diagnosed; null where none has. */
    static @Nullable JsonNode changedSince(JsonNode history, JsonNode status) {
        return StreamSupport.stream(history.path("items").spliterator(), false)
                .filter(job -> status.hasNonNull("asOf")
                        && job.path("changed").asBoolean()
                        && !job.path("mode").asText().equals("PLAN")
                        && job.hasNonNull("finishedAt")
                        && time(job, "finishedAt").isAfter(time(status, "asOf")))
                .findFirst()
                .orElse(null);
    }

    private static Instant time(JsonNode document, String member) {
        return Instant.parse(document.path(member).asText());
    }

    /** The nodes of the inventory with the versions that a diagnosis has found on them. */
    static List<JsonNode> nodes(JsonNode inventory, JsonNode diagnosis) {
        return StreamSupport.stream(inventory.path("nodes").spliterator(), false)
                .map(node -> (JsonNode) ((ObjectNode) node.deepCopy())
                        .put("version", version(diagnosis, node.path("name").asText())))
                .toList();
    }

    private static String version(JsonNode diagnosis, String name) {
        for (JsonNode node : diagnosis.path("nodes")) {
            for (JsonNode fact : node.path("facts")) {
                if (node.path("name").asText().equals(name)
                        && fact.path("facts").hasNonNull("version")) {
                    return fact.path("facts").path("version").asText();
                }
            }
        }
        return "";
    }
}
