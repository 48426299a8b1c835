package io.presencemedic.diagnosis.rule;

import io.presencemedic.diagnosis.fact.CommandEvidence;
import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A node answers no command. What it would have said is undetermined, and other nodes tell of it as missing. */
final class NodeNotReachableRule implements Rule {
    static final String CODE = "NODE_NOT_REACHABLE";

    private static final Set<FactKey<?>> OF_WEB_SERVICES =
            Set.of(FactKey.AXL, FactKey.SERVERS, FactKey.REDUNDANCY_GROUPS, FactKey.CONTROL_CENTER);

    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(facts.nodes().stream().flatMap(NodeNotReachableRule::draft));
    }

    private static Stream<FindingDraft> draft(NodeFacts node) {
        List<? extends Fact<?>> facts = node.all().entrySet().stream()
                .filter(entry -> !OF_WEB_SERVICES.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        boolean answered = facts.stream().anyMatch(fact -> fact.known().isPresent());
        return answered
                ? Stream.empty()
                : facts.stream()
                        .flatMap(fact -> unanswered(fact).stream())
                        .limit(1)
                        .flatMap(first -> HostNames.label(node).stream().map(name -> draft(name, first)));
    }

    /** A refused account says that the node is there. */
    private static Optional<Fact.Unknown<?>> unanswered(Fact<?> fact) {
        return fact instanceof Fact.Unknown<?> unknown && unknown.isSilence() ? Optional.of(unknown) : Optional.empty();
    }

    private static FindingDraft draft(String node, Fact.Unknown<?> first) {
        CommandEvidence heard = first.heard();
        return FindingDraft.besidesTheDocument(
                        CODE,
                        Severity.CRITICAL,
                        node
                                + " does not answer on the platform's command line, so nothing is known about its services: "
                                + first.reason())
                .evidence(heard == null ? new Evidence(node, "(connect)", 0, first.reason()) : heard.evidence())
                .on(List.of(node));
    }
}
