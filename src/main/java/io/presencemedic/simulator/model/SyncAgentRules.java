package io.presencemedic.simulator.model;

/** What the Sync Agent finds at CUCM when it starts (D7), beyond the services that must run there. */
final class SyncAgentRules {
    static final String SYNC_AGENT = "Cisco Sync Agent";

    private SyncAgentRules() {}

    static boolean mayStart(ClusterState cluster, SimulatedNodeState node) {
        boolean isKnown = node.listed && node.ownKey().equals(node.key());
        if (!node.role.isPublisher()) {
            return isKnown;
        }
        return isKnown
                && cluster.syncAgent.agreeWith(cluster)
                && cluster.first(SimulatedRole.CUCM_PUBLISHER)
                        .filter(cucm -> cucm.axlStatus == 0 && cucm.sameUpdateAs(node))
                        .isPresent();
    }
}
