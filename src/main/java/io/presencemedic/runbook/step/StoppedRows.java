package io.presencemedic.runbook.step;

import io.presencemedic.cisco.KnownService;
import io.presencemedic.cisco.ServiceCatalog;
import io.presencemedic.cisco.ServiceKind;
import io.presencemedic.cisco.ServiceList;
import io.presencemedic.cisco.ServiceState;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.StopReason;
import io.presencemedic.cluster.Node;
import java.util.List;
import java.util.Optional;

/** The services of a node's list that should run and do not. */
final class StoppedRows {
    private StoppedRows() {}

    /** Those that are not STARTED, whatever the reason but that they were never activated. */
    static List<ServiceStatus> notStarted(ServiceList list, Node node) {
        return list.services().stream()
                .filter(row -> row.state() != ServiceState.STARTED && row.reason() != StopReason.NOT_ACTIVATED)
                .filter(row -> shouldRun(row, node))
                .toList();
    }

    /**
     * Whether a start by hand is the document's remedy (D1.5, D1.6): it is stopped, and not by a fault that has a
     * section of its own.
     */
    static boolean isForStart(ServiceStatus row, Node node) {
        return row.state().isStopped() && row.reason() != StopReason.NOT_ACTIVATED && !isFaulty(row, node);
    }

    /** Whether it is stopped by a fault that has a section of its own. */
    static boolean isFaulty(ServiceStatus row, Node node) {
        return row.reason() == StopReason.NOT_RUNNING
                && DocumentSection.of(node, row.name()).isPresent();
    }

    private static boolean shouldRun(ServiceStatus row, Node node) {
        Optional<KnownService> known = ServiceCatalog.describe(row.name());
        return known.filter(service -> service.kind() != ServiceKind.PLATFORM)
                .filter(service ->
                        !service.mayBeStopped(node.role().product(), node.role().isPublisher()))
                .isPresent();
    }
}
