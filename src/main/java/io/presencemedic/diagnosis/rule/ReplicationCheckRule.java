package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.ReplicationCheck;
import io.presencemedic.cisco.ReplicationState;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.diagnosis.fact.Undetermined;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The last check of the replicated tables found mismatches or errors, whatever the rows say (G5). */
final class ReplicationCheckRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return new RuleResult(
                facts.nodes().stream().flatMap(ReplicationCheckRule::draft).toList(),
                facts.nodes().stream()
                        .flatMap(ReplicationCheckRule::undetermined)
                        .toList());
    }

    private static Stream<FindingDraft> draft(NodeFacts node) {
        return node.known(FactKey.REPLICATION).stream()
                .filter(fact -> holds(fact, check -> check.fault() != null))
                .map(fact -> draft(HostNames.label(node), fact));
    }

    private static Stream<Undetermined> undetermined(NodeFacts node) {
        return node.known(FactKey.REPLICATION).stream()
                .filter(fact -> holds(fact, ReplicationCheckRule::lacksVerdict))
                .map(fact -> new Undetermined(
                        HostNames.label(node).orElse(null),
                        FactKey.REPLICATION.name(),
                        "The last check of replication ended, but the answer does not say that it reached all tables"
                                + " and found nothing."));
    }

    /** One that still runs has found nothing yet. */
    private static boolean lacksVerdict(ReplicationCheck check) {
        return check.state() == ReplicationCheck.State.COMPLETED && !check.clean() && check.fault() == null;
    }

    private static boolean holds(Fact.Known<ReplicationState> fact, Predicate<ReplicationCheck> what) {
        return Optional.ofNullable(fact.value().lastCheck()).filter(what).isPresent();
    }

    private static FindingDraft draft(Optional<String> node, Fact.Known<ReplicationState> fact) {
        ReplicationCheck check = fact.value().lastCheck();
        String when = check == null || check.at() == null ? "" : " of " + check.at();
        String said = check == null || check.fault() == null ? "" : check.fault();
        return FindingDraft.of(
                        "REPLICATION_MISMATCH",
                        DocumentRef.G5,
                        Severity.WARNING,
                        node.map(name -> "By " + name + " the").orElse("The") + " last check of replication" + when
                                + " found errors or mismatches in the tables, whatever state each node shows.")
                .evidence(fact.heard().evidence(said))
                .on(node.stream().toList())
                .byHand(node.orElse(null), "utils dbreplication repair all");
    }
}
