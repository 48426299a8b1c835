package io.presencemedic.cisco;

import java.util.Optional;
import java.util.Arrays;
/** The items of the document "Troubleshoot Services not Started in IM&P", its cautions and its evidence bundles. */
public enum DocumentRef {
    D1_1("Service states"),
    D1_2("Replication alert after a restart"),
    D1_3("Read the legend of each service that is not started"),
    D1_4("Service Not Activated"),
    D1_5("Commanded Out of Service"),
    D1_6("Service is not running after a start"),
    D2("Services stay in STARTING"),
    D3("Network services do not start"),
    D4("Cisco DB does not start"),
    D5("Intercluster Sync Agent does not start"),
    D5_1("Intercluster Sync Agent held back by high availability"),
    D5_2("Intercluster Sync Agent: known defects"),
    D6("Presence Engine does not start"),
    D6_1("Presence Engine: prerequisites"),
    D6_2("Presence Engine: subscriber outside the redundancy group"),
    D6_3("Presence Engine: subcluster mismatch"),
    D6_4("Presence Engine: the only service that is down"),
    D6_5("Presence Engine: known defect"),
    D7("Sync Agent does not start"),
    D7_1("Versions of CUCM and IM&P"),
    D7_2("Cisco AXL Web Service on the CUCM publisher"),
    D7_3("IM&P node in CUCM's server list"),
    D7_4("CUCM Publisher tests of the troubleshooter"),
    D7_5("CUCM's web service is reachable"),
    D7_6("Restart of the publishers"),
    D7_7("Sync Agent's configuration"),
    D7_8("Publisher address of the Sync Agent"),
    D7_9("Application user of the Sync Agent"),
    D7_10("Credentials of the Sync Agent"),
    D7_11("Application user is missing"),
    D8("Feature services do not start"),
    D8_1("XCP Directory Service is not configured"),
    D8_2("Managed file transfer is not configured"),
    D8_3("Compliance is not configured"),
    D8_4("XMPP federation is not configured"),
    C1("Settle and verify high availability"),
    C2("Preconditions of high availability"),
    C3("High availability in transition or failed over"),
    C4("XCP Router is never stopped and started"),
    C5("The monitor's setting cannot be read"),
    C6("States in start and stop output"),
    C7("Wrong passwords lock the account"),
    C8("No interrupt during a restart"),
    C9("Users per node"),
    C10("Standard order of network services"),
    C11("XCP Config Manager: known defect"),
    F1("Failover by hand"),
    F2("Fallback by hand"),
    F3("Recovery of a group that has failed"),
    F4("A node stands idle"),
    F5("A node does not tell its state of high availability"),
    G1("XCP Config Manager does not start"),
    G2("Database: stop, then start"),
    G3("Sync Agent takes the publisher for a subscriber: known defect"),
    G4("Sync Agent after a rebuild: known defect"),
    G5("Replication"),
    G6("Services held in STARTING by replication"),
    G7("Alarms"),
    G8("Replication on a single node"),
    E_NETWORK("Evidence for network services"),
    E_DATABASE("Evidence for the database"),
    E_ICSA("Evidence for the Intercluster Sync Agent"),
    E_SYNC_AGENT("Evidence for the Sync Agent");

    private final String title;

    DocumentRef(String title) {
        this.title = title;
    }

    /** The item's id, such as {@code D6.3} or {@code E-ICSA}. */
    public String id() {
        return name().startsWith("E_") ? name().replace('_', '-') : name().replace('_', '.');
    }

    /** The item of that id; empty where there is none. */
    public static Optional<DocumentRef> of(String id) {
        return Arrays.stream(values()).filter(item -> item.id().equals(id)).findFirst();
    }

    /** The evidence that the document wants at the end of the item's section; empty where it names none. */
    public Optional<DocumentRef> evidence() {
        return switch (this) {
            case D3, G1, C11 -> Optional.of(E_NETWORK);
            case D4, G2 -> Optional.of(E_DATABASE);
            case D5, D5_1, D5_2 -> Optional.of(E_ICSA);
            case D7, D7_1, D7_2, D7_3, D7_4, D7_5, D7_6, D7_7, D7_8, D7_9, D7_10, D7_11, G3, G4 ->
                Optional.of(E_SYNC_AGENT);
            default -> Optional.empty();
        };
    }

    /** What the item is about. */
    public String title() {
        return title;
    }

    @Override
    public String toString() {
        return id();
    }
}
