package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.RunbookName;
import java.util.Map;

/** Nearly all services of a node stay STARTING, as after a restart with high availability on (D2). */
final class StuckInStartingRule implements Rule {
    /** What waits for a stopped service is freed only by its start. */
    private static final Map<String, String> START_STOPPED = Map.of("stoppedServices", "START");

    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(
                NodeOutage.find(facts, OutageCause.STUCK_IN_STARTING).map(stuck -> draft(facts, stuck)));
    }

    private static FindingDraft draft(RuleContext facts, NodeOutage stuck) {
        boolean replicates = facts.known(FactKey.REPLICATION).stream()
                .noneMatch(fact -> fact.value().faulty());
        String summary = "On " + stuck.node() + " " + stuck.rows().size()
                + " services stay STARTING, as after a restart of the node with high availability on: "
                + stuck.listed() + "."
                + (replicates
                        ? ""
                        : " Replication is not (2) everywhere: that is the likelier cause, since the Data Monitor holds services in STARTING until it is (G6).");
        return stuck.draft(DocumentRef.D2, Severity.CRITICAL, summary, stuck.rows())
                .runbook(RunbookName.SERVICES_STUCK_IN_STARTING)
                .parameters(stuck.services().waitsForStopped() ? START_STOPPED : Map.of());
    }
}
