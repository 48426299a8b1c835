package io.presencemedic.runbook.step;

import io.presencemedic.cisco.service.FeatureCondition;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceKind;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.service.StopReason;
import io.presencemedic.cluster.Node;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The services of a node's list that should run and do not, also those that nobody knows. */
final class StoppedRows {
    private StoppedRows() {}

    /** Those that are not STARTED, whatever the reason but that they were never activated or not configured (D8). */
    static List<ServiceStatus> notStarted(ServiceList list, Node node) {
        return list.services().stream()
                .filter(row -> !isNeverActivated(row) && shouldRun(row, node))
                .toList();
    }

    static boolean isNeverActivated(ServiceStatus row) {
        return row.reason() == StopReason.NOT_ACTIVATED;
    }

    /** Whether it has a section of its own in the document, under which it is treated whatever its legend (D1.5). */
    static boolean hasOwnSection(ServiceStatus row, Node node) {
        return DocumentSection.of(node, row.name()).isPresent();
    }

    /** Whether a section of its own starts it as well: of what it needs, or of what needs it (D3). */
    static boolean isConsequence(ServiceStatus row, List<ServiceStatus> stopped, Node node) {
        Set<ServiceName> faults = stopped.stream()
                .filter(each -> each.state().isStopped() && hasOwnSection(each, node))
                .map(each -> ServiceCatalog.canonical(each.name()))
                .collect(Collectors.toSet());
        return ServiceCatalog.same(row.name(), ServiceOrder.TOMCAT)
                ? ServiceOrder.NETWORK_SERVICES.stream().anyMatch(faults::contains)
                : ServiceCatalog.allNeeds(row.name()).stream().anyMatch(faults::contains);
    }

    private static boolean shouldRun(ServiceStatus row, Node node) {
        boolean isPlatform = ServiceCatalog.describe(row.name())
                .filter(known -> known.kind() == ServiceKind.PLATFORM)
                .isPresent();
        return !isPlatform
                && FeatureCondition.of(row.name()).isEmpty()
                && ServiceCatalog.isMissed(
                        row, node.role().product(), node.role().isPublisher());
    }
}
