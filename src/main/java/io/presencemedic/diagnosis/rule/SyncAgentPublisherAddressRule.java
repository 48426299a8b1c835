package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.SyncAgentConfig;
import io.presencemedic.diagnosis.fact.FactKey;
import java.util.List;
import java.util.stream.Stream;

/** The Sync Agent looks for CUCM's publisher at another address than the publisher's (D7.8). */
final class SyncAgentPublisherAddressRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        SyncAgentSettings settings = SyncAgentSettings.of(facts);
        HostNames hosts = facts.hosts();
        List<ClusterNode> publishers = publishers(facts);
        return RuleResult.of(settings.config().stream()
                .map(SyncAgentConfig::publisherAddress)
                .flatMap(Stream::ofNullable)
                .filter(address ->
                        !publishers.isEmpty() && publishers.stream().noneMatch(row -> hosts.same(row.name(), address)))
                .map(address -> SyncAgentCheck.draft(
                                SyncAgentCheck.PUBLISHER_ADDRESS,
                                DocumentRef.D7_8,
                                "The Sync Agent looks for CUCM at " + address + ", but the CUCM publisher is "
                                        + publishers.get(0).name() + " at "
                                        + publishers.get(0).address() + ".")
                        .evidence(settings.evidence())));
    }

    private static List<ClusterNode> publishers(RuleContext facts) {
        return facts.known(FactKey.NETWORK_CLUSTER).stream()
                .flatMap(fact -> fact.value().nodes().stream())
                .filter(row -> !row.presence() && row.role().equalsIgnoreCase("Publisher"))
                .toList();
    }
}
