package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.diagnosis.fact.AxlAnswer;
import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.link.LinkFailureCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** CUCM's web service does not answer at its address (D7.5). */
final class AxlNotReachableRule implements Rule {
    /** A refused account or an untrusted certificate is our own affair and says that the service is there. */
    private static final Set<LinkFailureCode> NO_ANSWER = Set.of(
            LinkFailureCode.LINK_NOT_REACHABLE,
            LinkFailureCode.LINK_LOST,
            LinkFailureCode.LINK_TIMED_OUT,
            LinkFailureCode.LINK_BUSY,
            LinkFailureCode.LINK_REFUSED);

    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(facts.nodes().stream().flatMap(node -> draft(facts, node)));
    }

    private static Stream<FindingDraft> draft(RuleContext facts, NodeFacts node) {
        Fact<AxlAnswer> fact = node.get(FactKey.AXL);
        return fact instanceof Fact.Unknown<AxlAnswer> unknown
                        && unknown.failure().filter(NO_ANSWER::contains).isPresent()
                ? Stream.of(draft(facts, node, unknown))
                : Stream.empty();
    }

    private static FindingDraft draft(RuleContext facts, NodeFacts node, Fact.Unknown<AxlAnswer> unknown) {
        String name = HostNames.label(node).orElse("CUCM");
        return SyncAgentCheck.draft(
                        SyncAgentCheck.AXL_NOT_REACHABLE,
                        DocumentRef.D7_5,
                        "CUCM's web service (AXL) on " + name + " does not answer: " + unknown.reason())
                .evidence(
                        unknown.heard() == null
                                ? new Evidence(name, "AXL", 0, unknown.reason())
                                : unknown.heard().evidence())
                .on(List.of(name))
                .symptomOf(causes(facts, node));
    }

    private static List<String> causes(RuleContext facts, NodeFacts node) {
        List<String> causes = new ArrayList<>(List.of(NodeNotReachableRule.CODE, OutageCause.AXL_WEB_SERVICE.code()));
        facts.services(node).stream()
                .flatMap(services -> services.causes().of(ServiceOrder.TOMCAT).stream())
                .map(OutageCause::code)
                .forEach(causes::add);
        return causes;
    }
}
