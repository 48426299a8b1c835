package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.HeldOff;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.HoldKind;
import io.presencemedic.runbook.RunbookName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The replication-sync monitor was switched off and not on again. The platform does not show it (C5): only our own
 * record and a log of the command can tell.
 */
final class SyncMonitorOffRule implements Rule {
    private static final String CODE = "SYNC_MONITOR_OFF";

    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(Stream.concat(
                facts.nodes().stream().flatMap(SyncMonitorOffRule::typed),
                facts.heldOff().stream()
                        .filter(held -> held.hold().kind() == HoldKind.REPLICATION_SYNC_MONITOR)
                        .map(SyncMonitorOffRule::held)));
    }

    private static Stream<FindingDraft> typed(NodeFacts node) {
        Optional<String> name = HostNames.label(node);
        return node.known(FactKey.SYNC_MONITOR).stream()
                .filter(fact -> !fact.value().enabled())
                .map(fact -> FindingDraft.of(
                                CODE,
                                DocumentRef.C5,
                                Severity.WARNING,
                                "The replication-sync monitor"
                                        + name.map(on -> " of " + on).orElse("")
                                        + " was switched off and not on again.")
                        .evidence(fact.heard().evidence())
                        .on(name.stream().toList())
                        .runbook(RunbookName.REPLICATION_SYNC_MONITOR_ENABLE));
    }

    private static FindingDraft held(HeldOff held) {
        String node = held.hold().subject();
        FindingDraft draft = held.left()
                ? FindingDraft.of(
                                CODE,
                                DocumentRef.C5,
                                Severity.WARNING,
                                "The replication-sync monitor of " + node + " was left off by job " + held.job()
                                        + " of this service, which has ended.")
                        .runbook(RunbookName.REPLICATION_SYNC_MONITOR_ENABLE)
                : FindingDraft.of(
                        CODE,
                        DocumentRef.C5,
                        Severity.INFO,
                        "The replication-sync monitor of " + node + " is off because job " + held.job()
                                + " of this service holds it off; the job switches it on again.");
        return draft.evidence(new Evidence(
                        node, "(record of this service)", 0, held.hold().words() + " is off"))
                .on(List.of(node));
    }
}
