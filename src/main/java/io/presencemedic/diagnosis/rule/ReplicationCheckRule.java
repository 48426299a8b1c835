package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.ReplicationCheck;
import io.presencemedic.cisco.ReplicationState;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** The last check of the replicated tables found mismatches or errors, whatever the rows say (G5). */
final class ReplicationCheckRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(facts.nodes().stream().flatMap(ReplicationCheckRule::draft));
    }

    private static Stream<FindingDraft> draft(NodeFacts node) {
        return node.known(FactKey.REPLICATION).stream()
                .filter(fact -> foundSomething(fact.value().lastCheck()))
                .map(fact -> draft(HostNames.label(node), fact));
    }

    /** One that still runs has found nothing yet. */
    private static boolean foundSomething(@org.jspecify.annotations.Nullable ReplicationCheck check) {
        return check != null && check.state() == ReplicationCheck.State.COMPLETED && !check.clean();
    }

    private static FindingDraft draft(Optional<String> node, Fact.Known<ReplicationState> fact) {
        ReplicationCheck check = fact.value().lastCheck();
        String when = check == null || check.at() == null ? "" : " of " + check.at();
        return FindingDraft.of(
                        "REPLICATION_MISMATCH",
                        DocumentRef.G5,
                        Severity.WARNING,
                        node.map(name -> "By " + name + " the").orElse("The") + " last check of replication" + when
                                + " found errors or mismatches in the tables, whatever state each node shows.")
                .evidence(fact.heard().evidence("mismatch"))
                .on(node.stream().toList())
                .byHand(node.orElse(null), "utils dbreplication repair all");
    }
}
