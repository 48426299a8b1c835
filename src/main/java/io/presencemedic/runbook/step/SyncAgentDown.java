package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ServiceCatalog;
import io.presencemedic.cisco.ServiceList;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceState;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Look;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Confirms that the Sync Agent of a node does not run, and not for want of the database (D7). */
record SyncAgentDown(Node node) implements Step {
    @Override
    public String name() {
        return "confirm-sync-agent-down";
    }

    @Override
    public String target() {
        return node.name();
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Decision decide(Look look, LineMemory memory) throws LinkException {
        ServiceList list = look.ask(node, new UtilsServiceList());
        ServiceStatus row = list.find(OwnSection.SYNC_AGENT).orElse(null);
        if (row == null) {
            return ServiceRow.missing(list, node, OwnSection.SYNC_AGENT);
        }
        if (row.state() == ServiceState.STARTED) {
            return new Decision.Unneeded(OwnSection.SYNC_AGENT + " is STARTED on " + node.name());
        }
        Optional<ServiceName> need = ServiceCatalog.allNeeds(OwnSection.SYNC_AGENT).stream()
                .filter(service -> ServiceRow.isMissed(list, service))
                .findFirst();
        if (need.isPresent()) {
            return new Decision.Refuse(
                    "NEEDED_SERVICE_DOWN",
                    OwnSection.SYNC_AGENT + " needs " + need.get() + ", which is " + ServiceRow.words(list, need.get())
                            + "; that comes first" + OwnSection.pointer(node, need.get()));
        }
        List<ServiceName> starting = list.in(ServiceState.STARTING);
        return row.state() == ServiceState.STARTING && starting.size() > 1
                ? Outage.stillStarting(
                        starting.size() + " services are STARTING on " + node.name() + ": " + Words.of(starting))
                : new Decision.Done(OwnSection.SYNC_AGENT + " is " + ServiceRow.words(row) + " on " + node.name());
    }
}
