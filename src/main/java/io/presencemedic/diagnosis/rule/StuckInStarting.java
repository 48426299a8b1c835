package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.Severity;

/** Nearly all services of a node stay STARTING, as after a restart with high availability on (D2). */
final class StuckInStarting implements Rule {
    @Override
    public Ruling look(Picture facts) {
        return Ruling.of(NodeAilment.find(facts, Ailment.STUCK_IN_STARTING).map(StuckInStarting::draft));
    }

    private static Draft draft(NodeAilment stuck) {
        String summary = "On " + stuck.node() + " " + stuck.rows().size()
                + " services stay STARTING, as after a restart of the node with high availability on: "
                + stuck.listed() + ".";
        return stuck.draft(DocumentRef.D2, Severity.CRITICAL, summary, stuck.rows())
                .runbook("services-stuck-in-starting");
    }
}
