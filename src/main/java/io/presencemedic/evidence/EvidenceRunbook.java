package io.presencemedic.evidence;

import io.presencemedic.cluster.Node;
import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.Scope;
import java.util.List;

/** Collects one kind of bundle: one line for each item of each node, and the archive at the end. Changes nothing. */
final class EvidenceRunbook implements Runbook {
    private final BundleKind kind;
    private final EvidenceSteps steps;

    EvidenceRunbook(BundleKind kind, EvidenceSteps steps) {
        this.kind = kind;
        this.steps = steps;
    }

    @Override
    public RunbookCard card() {
        return RunbookCard.named(kind.runbook())
                .title("Collects the evidence that TAC wants for " + kind.section() + " (" + kind.id()
                        + ") as one archive")
                .document(List.of(kind.id(), kind.section().id()))
                .changes(false)
                .risk(RunbookCard.Risk.LOW)
                .disruption("None: outputs and logs are read; reports of the database take minutes and load the node")
                .requiresApproval(false)
                .parameters(parameters())
                .build();
    }

    private static ParameterSchema parameters() {
        return ParameterSchema.none()
                .optional(
                        BundleRequest.FROM,
                        "When the incident began; logs are collected from then on.",
                        BundleRequest::isTime,
                        BundleRequest.TIME_RULE)
                .optional(
                        BundleRequest.TO,
                        "When the incident ended; now where it is left out.",
                        BundleRequest::isTime,
                        BundleRequest.TIME_RULE)
                .job(BundleRequest.JOB, "The job whose report and transcripts go into the bundle.")
                .flag(BundleRequest.PSEUDONYMS, "Replace user names and addresses by stable pseudonyms.", false);
    }

    @Override
    public Plan plan(Scope scope) {
        Plan.Builder plan = Plan.builder().then(steps.findings(scope.cluster()));
        List<Node> nodes = kind.nodes(scope.cluster());
        for (Node node : nodes) {
            steps.commands(kind, node, scope.cluster(), scope.parameters()).forEach(plan::then);
        }
        for (Node node : nodes) {
            steps.logs(kind, node, scope.parameters()).forEach(plan::then);
        }
        return plan.then(steps.archive(kind, scope.cluster(), scope.parameters()))
                .build();
    }
}
