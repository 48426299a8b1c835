package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.EnterpriseNode;
import io.presencemedic.cisco.NetworkCluster;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A node that others know, or that the database names, is missing in a node's view of the cluster. */
final class NodeMissingRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        HostNames hosts = facts.hosts();
        List<Fact.Known<NetworkCluster>> views = facts.known(FactKey.NETWORK_CLUSTER);
        List<String> known = Stream.concat(
                        views.stream()
                                .flatMap(view -> view.value().nodes().stream())
                                .map(row -> row.name()),
                        named(facts))
                .toList();
        Map<String, FindingDraft> drafts = new LinkedHashMap<>();
        for (Fact.Known<NetworkCluster> view : views) {
            known.stream()
                    .filter(name -> view.value().nodes().stream().noneMatch(row -> hosts.same(row.name(), name)))
                    .map(hosts::name)
                    .distinct()
                    .forEach(name -> drafts.computeIfAbsent(name, NodeMissingRule::draft)
                            .evidence(view.heard().evidence()));
        }
        return RuleResult.of(drafts.values().stream());
    }

    private static Stream<String> named(RuleContext facts) {
        return facts.known(FactKey.ENTERPRISE_NODES).stream()
                .flatMap(fact -> EnterpriseNode.read(fact.value()).orElse(List.of()).stream())
                .map(EnterpriseNode::name);
    }

    private static FindingDraft draft(String name) {
        return FindingDraft.of(
                        "NODE_MISSING",
                        DocumentRef.E_NETWORK,
                        Severity.ERROR,
                        name + " is missing in the view that another node has of the cluster.")
                .on(List.of(name));
    }
}
