package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Other nodes do not trust a node: it is not authenticated in their view of the cluster. */
final class NodeNotAuthenticated implements Rule {
    @Override
    public Ruling look(Picture facts) {
        Hosts hosts = facts.hosts();
        Map<String, Draft> drafts = new LinkedHashMap<>();
        facts.known(Topic.NETWORK_CLUSTER).forEach(view -> view.value().nodes().stream()
                .filter(row -> !row.authenticated())
                .forEach(row -> drafts.computeIfAbsent(row.address(), address -> draft(hosts.name(row.name()), row))
                        .evidence(view.heard().evidence(row.address()))));
        return Ruling.of(drafts.values().stream());
    }

    private static Draft draft(String name, ClusterNode row) {
        return Draft.of(
                        "NODE_NOT_AUTHENTICATED",
                        DocumentRef.E_NETWORK,
                        Severity.ERROR,
                        "The cluster does not trust " + name + ": it is " + row.authentication()
                                + ". Check that it is up, reachable, and has the cluster's security password.")
                .on(List.of(name))
                .symptomOf(List.of(NodeNotReachable.CODE));
    }
}
