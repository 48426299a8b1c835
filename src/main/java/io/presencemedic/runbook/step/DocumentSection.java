package io.presencemedic.runbook.step;

import io.presencemedic.cisco.DefectId;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.InstalledVersion;
import io.presencemedic.cisco.cli.ShowVersionActive;
import io.presencemedic.cisco.service.FeatureCondition;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.FailureContext;
import io.presencemedic.runbook.RunbookName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The document's own section of a service that does not start.
 *
 * @param item the section
 * @param runbook the runbook that follows it; null where only a person can follow it
 * @param evidence the bundle that TAC wants; null where the document names none
 * @param defects the defects that the document names for it
 */
record DocumentSection(
        DocumentRef item,
        @Nullable RunbookName runbook,
        @Nullable DocumentRef evidence,
        List<DefectId> defects) {
    static final ServiceName DATABASE = ServiceName.DATABASE;
    static final ServiceName REPLICATOR = new ServiceName("A Cisco DB Replicator");
    static final ServiceName SYNC_AGENT = new ServiceName("Cisco Sync Agent");
    static final ServiceName INTERCLUSTER_SYNC_AGENT = new ServiceName("Cisco Intercluster Sync Agent");
    static final ServiceName PRESENCE_ENGINE = new ServiceName("Cisco Presence Engine");
    static final ServiceName RECOVERY_MANAGER = new ServiceName("Cisco Server Recovery Manager");
    static final ServiceName DATA_MONITOR = new ServiceName("Cisco IM and Presence Data Monitor");
    static final ServiceName AXL_WEB_SERVICE = new ServiceName("Cisco AXL Web Service");
    private static final ServiceName CONFIG_MANAGER = new ServiceName("Cisco XCP Config Manager");
    private static final int DEFECTIVE_MAJOR = 12;
    private static final int DEFECTIVE_MINOR = 5;

    /** The section of a service of a node, by any of the service's names; empty where it has none. */
    static Optional<DocumentSection> of(Node node, ServiceName service) {
        ServiceName name = ServiceCatalog.canonical(service);
        if (ServiceOrder.NETWORK_SERVICES.contains(name)) {
            List<DefectId> known = name.equals(CONFIG_MANAGER) ? List.of(DefectId.CONFIG_MANAGER_KEYS) : List.of();
            return node.role().isPresence()
                    ? section(DocumentRef.D3, RunbookName.NETWORK_SERVICES_DOWN, DocumentRef.E_NETWORK, known)
                    : Optional.empty();
        } else if (name.equals(DATABASE)) {
            return section(DocumentRef.D4, RunbookName.DATABASE_DOWN, DocumentRef.E_DATABASE, List.of());
        } else if (name.equals(INTERCLUSTER_SYNC_AGENT)) {
            return section(
                    DocumentRef.D5,
                    RunbookName.INTERCLUSTER_SYNC_AGENT_DOWN,
                    DocumentRef.E_ICSA,
                    List.of(DefectId.INTERCLUSTER_SYNC_AGENT, DefectId.INTERCLUSTER_SYNC_AGENT_SECOND));
        } else if (name.equals(PRESENCE_ENGINE)) {
            return section(
                    DocumentRef.D6, RunbookName.PRESENCE_ENGINE_PREREQUISITES, null, List.of(DefectId.PRESENCE_ENGINE));
        } else if (name.equals(SYNC_AGENT)) {
            return section(DocumentRef.D7, RunbookName.SYNC_AGENT_CHECKLIST, DocumentRef.E_SYNC_AGENT, List.of());
        }
        return FeatureCondition.of(name).map(feature -> new DocumentSection(feature.item(), null, null, List.of()));
    }

    private static Optional<DocumentSection> section(
            DocumentRef item, RunbookName runbook, @Nullable DocumentRef evidence, List<DefectId> defects) {
        return Optional.of(new DocumentSection(item, runbook, evidence, defects));
    }

    /** Where to go on for a service of a node, in brackets: its own section, or a start by hand. */
    static String pointer(Node node, ServiceName service) {
        return of(node, service).map(DocumentSection::words).orElse(" (go by D1.5, stopped-services-start)");
    }

    /** Where to go on, in brackets. */
    String words() {
        return " (go by " + item + (runbook == null ? "" : ", " + runbook) + ")";
    }

    /** What the document says after a service could not be started on a node, as the end of a sentence. */
    static String advice(ClusterReader look, Node node, ServiceName service) throws LinkException {
        DocumentSection own = of(node, service).orElse(null);
        if (own == null) {
            return "the document has no section of its own for it on " + node.name() + ": open a TAC case";
        }
        List<DefectId> defects = own.item == DocumentRef.D6 && !isDefective(look, node) ? List.of() : own.defects;
        String known = defects.isEmpty()
                ? ""
                : "; known defects: "
                        + defects.stream()
                                .map(defect -> defect + " <" + defect.link() + ">")
                                .collect(Collectors.joining(", "));
        String bundle = own.evidence == null ? "" : " with the evidence of " + own.evidence;
        return "its own section of the document is " + own.item + (own.runbook == null ? "" : " (" + own.runbook + ")")
                + known + "; after that: TAC case" + bundle;
    }

    /** What belongs to a failed start beside its sentence: the bundle that TAC wants. */
    static FailureContext context(Node node, ServiceName service) {
        return of(node, service)
                .map(own -> FailureContext.wanting(own.evidence))
                .orElse(FailureContext.NONE);
    }

    /** D6.5 names one release. */
    private static boolean isDefective(ClusterReader look, Node node) throws LinkException {
        InstalledVersion installed = look.ask(node, new ShowVersionActive());
        return installed.version().major() == DEFECTIVE_MAJOR
                && installed.version().minor() == DEFECTIVE_MINOR;
    }
}
