package io.presencemedic.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.ToolGuard;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.access.limit.Limit;
import io.presencemedic.database.Blocking;
import io.presencemedic.diagnosis.ClusterDiagnosesResource;
import io.presencemedic.diagnosis.ClusterStatusResource;
import io.presencemedic.diagnosis.DiagnosisResource;
import io.presencemedic.diagnosis.analysis.AnalysisResource;
import io.presencemedic.http.Problem;
import io.presencemedic.runbook.RunbookName;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Diagnoses, of clusters and of pasted logs. */
@ApplicationScoped
class DiagnosisTools {
    private static final int LONGEST_LOG = 500_000;

    private final ToolCalls calls;
    private final ToolGuard guard;
    private final ClusterDiagnosesResource begin;
    private final DiagnosisResource diagnoses;
    private final ClusterStatusResource status;
    private final AnalysisResource analyses;

    DiagnosisTools(
            ToolCalls calls,
            ToolGuard guard,
            ClusterDiagnosesResource begin,
            DiagnosisResource diagnoses,
            ClusterStatusResource status,
            AnalysisResource analyses) {
        this.calls = calls;
        this.guard = guard;
        this.begin = begin;
        this.diagnoses = diagnoses;
        this.status = status;
        this.analyses = analyses;
    }

    @Tool(
            name = "diagnose",
            description =
                    "Asks all nodes of a cluster and says what is wrong, with the evidence and the runbook that remedies each finding. Only reads. Waits up to 20 seconds; where state is not final then, call show_diagnosis with the id.",
            annotations =
                    @Tool.Annotations(
                            title = "Diagnose a cluster",
                            readOnlyHint = true,
                            destructiveHint = false,
                            openWorldHint = false))
    ToolResponse diagnose(
            @ToolArg(description = ClusterTools.CLUSTER) String cluster,
            @ToolArg(description = RunbookTools.REASON, required = false) @Nullable String reason,
            @ToolArg(description = RunbookTools.TICKET, required = false) @Nullable String ticket) {
        return calls.answer(Limit.SUBMISSIONS, () -> {
            guard.require("diagnose", Verb.DIAGNOSE, cluster, RunbookName.DIAGNOSIS.text());
            String body =
                    calls.object().put("reason", reason).put("ticket", ticket).toString();
            return calls.waiting(
                    UUID.randomUUID().toString(), headers -> Blocking.await(begin.create(cluster, body, headers)));
        });
    }

    @Tool(
            name = "latest_diagnosis",
            description =
                    "Shows the last diagnosis of a cluster that is complete: findings, evidence, remedies, and what has changed since the one before. Asks no node.",
            annotations =
                    @Tool.Annotations(
                            title = "Show the latest diagnosis",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    ToolResponse latestDiagnosis(@ToolArg(description = ClusterTools.CLUSTER) String cluster) {
        return calls.look(() -> {
            guard.require("latest_diagnosis", Verb.READ, cluster, null);
            JsonNode last = calls.document(Blocking.await(status.get(cluster))).path("diagnosis");
            if (!last.isTextual()) {
                throw Problem.of(404, "DIAGNOSIS_UNKNOWN", "The cluster was never diagnosed; call diagnose.")
                        .exception();
            }
            return shown("latest_diagnosis", UUID.fromString(last.textValue()));
        });
    }

    @Tool(
            name = "show_diagnosis",
            description = "Shows a diagnosis by its id, also while it is being made.",
            annotations =
                    @Tool.Annotations(
                            title = "Show a diagnosis",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    ToolResponse showDiagnosis(@ToolArg(description = "Id of the diagnosis") String diagnosis) {
        return calls.look(() -> shown("show_diagnosis", ToolCalls.id("diagnosis", diagnosis)));
    }

    private Object shown(String tool, UUID id) {
        Blocking.await(guard.requireReadable(tool, "diagnoses", id));
        ObjectNode found = (ObjectNode) calls.document(Blocking.await(diagnoses.get(id)));
        found.remove("nodes");
        return found;
    }

    @Tool(
            name = "analyse_log",
            description =
                    "Diagnoses a terminal log that somebody pasted, with one command or a whole session of the platform's CLI, without access to the cluster: what each command says, what is wrong, what the log does not tell. Nothing is stored.",
            annotations =
                    @Tool.Annotations(
                            title = "Analyse a pasted log",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    ToolResponse analyseLog(@ToolArg(description = "The log as it was copied, at most 500,000 characters") String log) {
        return calls.answer(Limit.ANALYSES, () -> {
            if (log.length() > LONGEST_LOG) {
                throw Problem.invalid("log", "must be at most 500,000 characters")
                        .exception();
            }
            return Blocking.await(analyses.analyse(log.getBytes(StandardCharsets.UTF_8)));
        });
    }
}
