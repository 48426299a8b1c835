package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Other nodes do not trust a node: it is not authenticated in their view of the cluster. */
final class NodeNotAuthenticatedRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        HostNames hosts = facts.hosts();
        Map<String, FindingDraft> drafts = new LinkedHashMap<>();
        facts.known(FactKey.NETWORK_CLUSTER).forEach(view -> view.value().nodes().stream()
                .filter(row -> !row.authenticated())
                .forEach(row -> drafts.computeIfAbsent(row.address(), address -> draft(hosts.name(row.name()), row))
                        .evidence(view.heard().evidence(row.address()))));
        return RuleResult.of(drafts.values().stream());
    }

    private static FindingDraft draft(String name, ClusterNode row) {
        return FindingDraft.of(
                        "NODE_NOT_AUTHENTICATED",
                        DocumentRef.E_NETWORK,
                        Severity.ERROR,
                        "The cluster does not trust " + name + ": it is " + row.authentication()
                                + ". Check that it is up, reachable, and has the cluster's security password.")
                .on(List.of(name))
                .symptomOf(List.of(NodeNotReachableRule.CODE));
    }
}
