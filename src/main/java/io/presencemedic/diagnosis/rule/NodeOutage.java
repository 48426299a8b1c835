package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.NameList;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.service.StopReason;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The services of one node that one cause keeps down. */
record NodeOutage(NodeServiceStates services, OutageCauses all, OutageCause cause, List<ServiceStatus> rows) {
    /** A sentence names so many; the finding names them all. */
    private static final int MOST_NAMES = 8;

    /** Every node with that cause. */
    static Stream<NodeOutage> find(RuleContext facts, OutageCause cause) {
        return facts.services().stream().map(services -> of(services, cause)).filter(found -> !found.rows()
                .isEmpty());
    }

    private static NodeOutage of(NodeServiceStates services, OutageCause cause) {
        OutageCauses all = services.causes();
        return new NodeOutage(services, all, cause, all.rows(cause));
    }

    String node() {
        return services.label();
    }

    /** The services as a sentence lists them, with their states. */
    String listed() {
        return listed(rows);
    }

    static String listed(Collection<ServiceStatus> rows) {
        return NameList.of(
                rows.stream().map(row -> row.name() + " (" + row.state() + ")").toList(), MOST_NAMES);
    }

    List<ServiceStatus> among(Collection<ServiceName> sought) {
        return rows.stream()
                .filter(row -> sought.contains(ServiceCatalog.canonical(row.name())))
                .toList();
    }

    List<ServiceStatus> besides(Collection<ServiceName> sought) {
        return rows.stream()
                .filter(row -> !sought.contains(ServiceCatalog.canonical(row.name())))
                .toList();
    }

    /** What the sentence says about the services that only wait for others. */
    String waiting(Collection<ServiceStatus> others) {
        return others.isEmpty() ? "" : " Because of it these do not run either: " + listed(others) + ".";
    }

    /** The services of the cause that wait for others of it. */
    List<ServiceStatus> waiting() {
        List<ServiceName> names =
                rows.stream().map(row -> ServiceCatalog.canonical(row.name())).toList();
        return rows.stream()
                .filter(row -> ServiceCatalog.allNeeds(row.name()).stream().anyMatch(names::contains))
                .toList();
    }

    /** A draft with the lines of these services as evidence. */
    FindingDraft draft(DocumentRef item, Severity severity, String summary) {
        return draft(item, severity, summary, waiting());
    }

    /** A draft that also names what these services would be by themselves. */
    FindingDraft draft(DocumentRef item, Severity severity, String summary, Collection<ServiceStatus> symptoms) {
        return FindingDraft.of(cause.code(), item, severity, summary)
                .evidence(services.evidence(rows))
                .services(rows)
                .commandedOut(rows.stream()
                        .allMatch(
                                row -> row.state().isStopped() && row.reason() == StopReason.COMMANDED_OUT_OF_SERVICE))
                .on(services.name().stream().toList())
                .causes(Symptoms.codes(rows, symptoms));
    }
}
