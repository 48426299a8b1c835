package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceOrder;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Network services do not start, and the services that need them do not either (D3). */
final class NetworkServicesDown implements Rule {
    @Override
    public Ruling look(ClusterFacts facts) {
        return Ruling.of(NodeAilment.find(facts, Ailment.NETWORK_SERVICES).map(NetworkServicesDown::draft));
    }

    private static Draft draft(NodeAilment down) {
        List<ServiceName> ordered = new ArrayList<>(List.of(ServiceOrder.TOMCAT));
        ordered.addAll(ServiceOrder.NETWORK_SERVICES);
        List<ServiceStatus> roots = ordered.stream()
                .flatMap(name -> down.among(List.of(name)).stream())
                .toList();
        List<ServiceStatus> symptoms = down.besides(ordered);
        String order = roots.stream().map(row -> row.name().value()).collect(Collectors.joining(" → "));
        String summary = "On " + down.node() + " network services do not run: " + NodeAilment.listed(roots)
                + ". Start them in this order: " + order + "." + down.waiting(symptoms);
        return down.draft(DocumentRef.D3, Severity.CRITICAL, summary, symptoms)
                .runbook("network-services-down");
    }
}
