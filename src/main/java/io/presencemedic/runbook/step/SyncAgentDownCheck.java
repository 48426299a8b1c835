package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import java.util.List;
import java.util.Optional;

/** Confirms that the Sync Agent of a node does not run, and not for want of the database (D7). */
record SyncAgentDownCheck(Node node) implements Check {
    @Override
    public String name() {
        return "confirm-sync-agent-down";
    }

    @Override
    public String target() {
        return node.name();
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        ServiceList list = look.ask(node, new UtilsServiceList());
        ServiceStatus row = list.find(DocumentSection.SYNC_AGENT).orElse(null);
        if (row == null) {
            return ServiceRow.missing(list, node, DocumentSection.SYNC_AGENT);
        }
        if (row.state() == ServiceState.STARTED) {
            return new Decision.Unneeded(DocumentSection.SYNC_AGENT + " is STARTED on " + node.name());
        }
        Optional<ServiceName> need = ServiceCatalog.allNeeds(DocumentSection.SYNC_AGENT).stream()
                .filter(service -> ServiceRow.isMissed(list, service))
                .findFirst();
        if (need.isPresent()) {
            return new Decision.Refuse(
                    "NEEDED_SERVICE_DOWN",
                    DocumentSection.SYNC_AGENT + " needs " + need.get() + ", which is "
                            + ServiceRow.words(list, need.get()) + "; that comes first"
                            + DocumentSection.pointer(node, need.get()));
        }
        List<ServiceName> starting = list.in(ServiceState.STARTING);
        return row.state() == ServiceState.STARTING && starting.size() > 1
                ? ServiceAssessment.stillStarting(
                        starting.size() + " services are STARTING on " + node.name() + ": " + StepMessages.of(starting))
                : new Decision.Done(DocumentSection.SYNC_AGENT + " is " + ServiceRow.words(row) + " on " + node.name());
    }
}
