package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.ServiceOrder;
import io.presencemedic.diagnosis.AxlAnswer;
import io.presencemedic.diagnosis.Evidence;
import io.presencemedic.diagnosis.Fact;
import io.presencemedic.diagnosis.NodeFacts;
import io.presencemedic.diagnosis.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** CUCM's web service does not answer at its address (D7.5). */
final class AxlNotReachable implements Rule {
    /** A refused account or an untrusted certificate is our own affair and says that the service is there. */
    private static final Set<String> NO_ANSWER =
            Set.of("LINK_NOT_REACHABLE", "LINK_LOST", "LINK_TIMED_OUT", "LINK_BUSY", "LINK_REFUSED");

    @Override
    public Ruling look(Picture facts) {
        return Ruling.of(facts.nodes().stream().flatMap(node -> draft(facts, node)));
    }

    private static Stream<Draft> draft(Picture facts, NodeFacts node) {
        Fact<AxlAnswer> fact = node.get(Topic.AXL);
        return fact instanceof Fact.Unknown<AxlAnswer> unknown
                        && unknown.code() != null
                        && NO_ANSWER.contains(unknown.code())
                ? Stream.of(draft(facts, node, unknown))
                : Stream.empty();
    }

    private static Draft draft(Picture facts, NodeFacts node, Fact.Unknown<AxlAnswer> unknown) {
        String name = Hosts.label(node).orElse("CUCM");
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

    private static List<String> causes(Picture facts, NodeFacts node) {
        List<String> causes = new ArrayList<>(List.of(NodeNotReachable.CODE, Ailment.AXL_WEB_SERVICE.code()));
        facts.services(node).stream()
                .flatMap(services -> services.ailments().of(ServiceOrder.TOMCAT).stream())
                .map(Ailment::code)
                .forEach(causes::add);
        return causes;
    }
}
