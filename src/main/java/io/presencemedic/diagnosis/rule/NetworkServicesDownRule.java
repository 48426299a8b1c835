package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DefectId;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.RunbookName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Network services do not start, and the services that need them do not either (D3). */
final class NetworkServicesDownRule implements Rule {
    private static final ServiceName CONFIG_MANAGER = new ServiceName("Cisco XCP Config Manager");
    private static final String KEYS =
            " If the traces of XCP Config Manager say BadPaddingException or miss oldkeys.txt,"
                    + " it is a known defect (C11) and a case for TAC.";

    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(
                NodeOutage.find(facts, OutageCause.NETWORK_SERVICES).map(NetworkServicesDownRule::draft));
    }

    private static FindingDraft draft(NodeOutage down) {
        List<ServiceName> ordered = new ArrayList<>(List.of(ServiceOrder.TOMCAT));
        ordered.addAll(ServiceOrder.NETWORK_SERVICES);
        List<ServiceStatus> roots = ordered.stream()
                .flatMap(name -> down.among(List.of(name)).stream())
                .toList();
        List<ServiceStatus> symptoms = down.besides(ordered);
        String order = roots.stream().map(row -> row.name().value()).collect(Collectors.joining(" → "));
        String summary = "On " + down.node() + " network services do not run: " + NodeOutage.listed(roots)
                + ". Start them in this order: " + order + "." + down.waiting(symptoms);
        FindingDraft draft = down.draft(
                        DocumentRef.D3, Severity.CRITICAL, summary + (mayBeKeys(roots) ? KEYS : ""), symptoms)
                .runbook(RunbookName.NETWORK_SERVICES_DOWN);
        return mayBeKeys(roots) ? draft.defect(DefectId.CONFIG_MANAGER_KEYS) : draft;
    }

    /** Whether XCP Config Manager is the first that fails, so that nothing else explains it (C11). */
    private static boolean mayBeKeys(List<ServiceStatus> roots) {
        return ServiceCatalog.same(roots.get(0).name(), CONFIG_MANAGER);
    }
}
