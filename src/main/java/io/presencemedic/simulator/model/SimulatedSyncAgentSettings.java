package io.presencemedic.simulator.model;

import java.util.Optional;

/** How the Sync Agent reaches CUCM, as the table {@code epassyncagentcfg} has it. */
public final class SimulatedSyncAgentSettings {
    String addressColumn = "ccmpublisherip";
    String publisher = "192.0.2.10";
    String user = "imp-sync";
    String credential = "d41f0c7be2a95386aa10simulatedsecret";
    String userPkid = "7c9f3a52-1d84-4e06-b3a7-5f20c8e1d946";
    String status = "Completed 2026-02-27 03:15:04";

    /** The name of the column with the publisher's address, of which two spellings exist. */
    public String addressColumn() {
        return addressColumn;
    }

    /** Address or name of CUCM's publisher. */
    public String publisher() {
        return publisher;
    }

    /** The application user in CUCM. */
    public String user() {
        return user;
    }

    /** The user's encrypted password. */
    public String credential() {
        return credential;
    }

    /** The user's key in CUCM's database. */
    public String userPkid() {
        return userPkid;
    }

    /** How the last synchronisation went. */
    public String status() {
        return status;
    }

    /** Whether CUCM's database agrees with them. */
    boolean agreeWith(ClusterState cluster) {
        Optional<SimulatedNodeState> cucm = cluster.first(SimulatedRole.CUCM_PUBLISHER);
        return cucm.filter(node -> node.isCalled(publisher)).isPresent()
                && cluster.applicationUsers.contains(new SimulatedApplicationUser(userPkid, user, credential));
    }
}
