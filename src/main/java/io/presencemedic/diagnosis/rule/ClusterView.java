package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.EnterpriseNode;
import io.presencemedic.cisco.NetworkCluster;
import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Fact;
import io.presencemedic.diagnosis.Finding;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Nodes that are missing in another node's view of the cluster, or not authenticated in it. */
final class ClusterView implements Rule {
    @Override
    public Verdict look(ClusterFacts facts) {
        List<Fact.Known<NetworkCluster>> views = facts.known(Topic.NETWORK_CLUSTER);
        Map<String, Finding> findings = new LinkedHashMap<>();
        views.forEach(view -> view.value().nodes().stream()
                .filter(node -> !node.authenticated())
                .forEach(node -> findings.putIfAbsent("authenticated " + node.address(), unauthenticated(view, node))));
        for (Fact.Known<NetworkCluster> view : views) {
            views.stream()
                    .flatMap(other -> other.value().nodes().stream())
                    .filter(node -> view.value().find(node.address()).isEmpty())
                    .forEach(node -> findings.putIfAbsent("missing " + node.address(), missing(view, node.name())));
            named(facts)
                    .filter(name -> view.value().nodes().stream()
                            .noneMatch(node -> node.is(name) || SubclusterMembership.sameHost(node.name(), name)))
                    .forEach(name -> findings.putIfAbsent("missing " + name, missing(view, name)));
        }
        return Verdict.of(findings.values().stream());
    }

    private static Stream<String> named(ClusterFacts facts) {
        return facts.known(Topic.ENTERPRISE_NODES).stream()
                .flatMap(fact -> EnterpriseNode.read(fact.value()).orElse(List.of()).stream())
                .map(node -> node.name());
    }

    private static Finding unauthenticated(Fact.Known<NetworkCluster> view, ClusterNode node) {
        return Draft.of(
                        "NODE_NOT_AUTHENTICATED",
                        DocumentRef.E_NETWORK,
                        Severity.ERROR,
                        "The cluster does not trust " + node.name() + ": it is " + node.authentication()
                                + ". Check that it is up, reachable, and has the cluster's security password.")
                .evidence(view.heard().evidence(node.address()))
                .finding();
    }

    private static Finding missing(Fact.Known<NetworkCluster> view, String name) {
        return Draft.of(
                        "NODE_MISSING",
                        DocumentRef.E_NETWORK,
                        Severity.ERROR,
                        name + " is missing in a node's view of the cluster.")
                .evidence(view.heard().evidence())
                .finding();
    }
}
