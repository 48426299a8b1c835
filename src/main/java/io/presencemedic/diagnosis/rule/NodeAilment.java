package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.ServiceCatalog;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceOrder;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Severity;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The services of one node that one ailment keeps down. */
record NodeAilment(NodeServices services, Ailments all, Ailment ailment, List<ServiceStatus> rows) {
    /** Every node with that ailment. */
    static Stream<NodeAilment> find(ClusterFacts facts, Ailment ailment) {
        return NodeServices.of(facts).stream()
                .map(services -> of(services, ailment))
                .filter(found -> !found.rows().isEmpty());
    }

    private static NodeAilment of(NodeServices services, Ailment ailment) {
        Ailments all = Ailments.of(services);
        return new NodeAilment(services, all, ailment, all.rows(ailment));
    }

    String node() {
        return services.label();
    }

    /** The services as a sentence lists them, with their states. */
    String listed() {
        return listed(rows);
    }

    static String listed(Collection<ServiceStatus> rows) {
        return rows.stream().map(row -> row.name() + " (" + row.state() + ")").collect(Collectors.joining(", "));
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

    /** A draft with the lines of these services as evidence, and the codes of what they would be by themselves. */
    Draft draft(String code, DocumentRef item, Severity severity, String summary, Collection<ServiceStatus> symptoms) {
        return Draft.of(code, item, severity, summary)
                .evidence(services.evidence(rows))
                .causes(symptoms.stream().map(NodeAilment::codeByItself).toList());
    }

    private static String codeByItself(ServiceStatus row) {
        ServiceName name = ServiceCatalog.canonical(row.name());
        if (name.equals(Ailments.ENGINE)) {
            return "PRESENCE_ENGINE_DOWN";
        }
        if (name.equals(Ailments.SYNC_AGENT)) {
            return "SYNC_AGENT_DOWN";
        }
        if (name.equals(Ailments.INTERCLUSTER)) {
            return "INTERCLUSTER_SYNC_AGENT_DOWN";
        }
        return ServiceOrder.NETWORK_SERVICES.contains(name) ? "NETWORK_SERVICES_DOWN" : "SERVICE_NOT_STARTED";
    }
}
