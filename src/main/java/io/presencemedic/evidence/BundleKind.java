package io.presencemedic.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.evidence.collect.EvidenceCommand;
import io.presencemedic.runbook.RunbookName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bundles that the document names: for which fault, with which outputs and which logs. */
@Schema(
        type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
        enumeration = {"E-NETWORK", "E-DATABASE", "E-ICSA", "E-SYNC-AGENT"})
public enum BundleKind {
    NETWORK(
            DocumentRef.E_NETWORK,
            DocumentRef.D3,
            RunbookName.EVIDENCE_NETWORK,
            "the other XCP services, the Presence Engine and the SIP Proxy depend on them; the in-memory database does"
                    + " not replicate; Jabber users cannot log in",
            Outputs.COMMON,
            Logs.COMMON),
    DATABASE(
            DocumentRef.E_DATABASE,
            DocumentRef.D4,
            RunbookName.EVIDENCE_DATABASE,
            "pages of the server cannot be reached, Jabber users and features are compromised, database replication is"
                    + " broken",
            List.of(
                    EvidenceCommand.HOSTS,
                    EvidenceCommand.DATABASE_DUMP,
                    EvidenceCommand.DATABASE_INTEGRITY,
                    EvidenceCommand.DATABASE_REPORT,
                    EvidenceCommand.CONNECTIVITY,
                    EvidenceCommand.NETWORK_CLUSTER,
                    EvidenceCommand.CORE_FILES),
            List.of(
                    "Cisco Database Layer Monitor",
                    "Cisco Database Library Trace",
                    "Cisco Database Notification Service",
                    "Cisco Database Replicator Trace",
                    "Cisco Informix Database Service",
                    Logs.SYSLOG_AGENT,
                    Logs.APPLICATION,
                    Logs.SYSTEM)),
    ICSA(
            DocumentRef.E_ICSA,
            DocumentRef.D5,
            RunbookName.EVIDENCE_ICSA,
            "the IM and Presence database is not synchronised across the nodes and clusters",
            Outputs.COMMON,
            Logs.with("Cisco Server Recovery Manager", "Cisco Intercluster Sync Agent")),
    SYNC_AGENT(
            DocumentRef.E_SYNC_AGENT,
            DocumentRef.D7,
            RunbookName.EVIDENCE_SYNC_AGENT,
            "tables are not synchronised from CUCM to IM and Presence, above all end users",
            Outputs.with(EvidenceCommand.SYNC_AGENT_SETTINGS, EvidenceCommand.SYNC_AGENT_USER),
            Logs.with("Cisco Sync Agent", "Cisco AXL Web Service"));

    /** Outputs that several bundles want. */
    private static final class Outputs {
        static final List<EvidenceCommand> COMMON = List.of(
                EvidenceCommand.NETWORK_CLUSTER,
                EvidenceCommand.REPLICATION,
                EvidenceCommand.HIGH_AVAILABILITY,
                EvidenceCommand.CORE_FILES,
                EvidenceCommand.SERVICES);

        static List<EvidenceCommand> with(EvidenceCommand... more) {
            return Stream.concat(COMMON.stream(), Arrays.stream(more)).toList();
        }
    }

    /** Logs that several bundles want. */
    private static final class Logs {
        static final String SYSLOG_AGENT = "Cisco Syslog Agent";
        static final String APPLICATION = "Event Viewer-Application Log";
        static final String SYSTEM = "Event Viewer-System Log";
        static final List<String> COMMON = List.of(SYSLOG_AGENT, APPLICATION, SYSTEM);

        static List<String> with(String... more) {
            return Stream.concat(COMMON.stream(), Arrays.stream(more)).toList();
        }
    }

    private final DocumentRef item;
    private final DocumentRef section;
    private final RunbookName runbook;
    private final String impact;
    private final List<EvidenceCommand> commands;
    private final List<String> logs;

    BundleKind(
            DocumentRef item,
            DocumentRef section,
            RunbookName runbook,
            String impact,
            List<EvidenceCommand> commands,
            List<String> logs) {
        this.item = item;
        this.section = section;
        this.runbook = runbook;
        this.impact = impact;
        this.commands = commands;
        this.logs = logs;
    }

    /** The document's item, such as {@code E-NETWORK}. */
    @JsonValue
    public String id() {
        return item.id();
    }

    /**
     * The kind of that id.
     *
     * @throws IllegalArgumentException where there is none
     */
    @JsonCreator
    public static BundleKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of " + Arrays.toString(values())));
    }

    /** The kind that a runbook collects; empty for a runbook that collects none. */
    static Optional<BundleKind> ofRunbook(String runbook) {
        return Arrays.stream(values()).filter(kind -> kind.runbook.is(runbook)).findFirst();
    }

    /** The runbooks that collect a bundle. */
    static List<String> runbooks() {
        return Arrays.stream(values()).map(kind -> kind.runbook.text()).toList();
    }

    /** The section at whose end the document asks for it. */
    DocumentRef section() {
        return section;
    }

    /** The runbook that collects it. */
    public RunbookName runbook() {
        return runbook;
    }

    /** What users and administrators notice, in the document's words. */
    String impact() {
        return impact;
    }

    /** The nodes that it is collected from, publishers first. */
    List<Node> nodes(Cluster cluster) {
        List<Node> presence = cluster.presenceNodes();
        return this == SYNC_AGENT
                ? Stream.concat(cluster.first(NodeRole.CUCM_PUBLISHER).stream(), presence.stream())
                        .toList()
                : presence;
    }

    List<EvidenceCommand> commands() {
        return commands;
    }

    /** The logs by the names that the document gives them. */
    List<String> logs() {
        return logs;
    }

    /** Whether the traces of every service that stays stopped belong to it. */
    boolean wantsTracesOfStoppedServices() {
        return this == NETWORK;
    }

    @Override
    public String toString() {
        return id();
    }
}
