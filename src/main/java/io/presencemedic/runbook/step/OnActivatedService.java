package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceControl;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.service.StopReason;
import io.presencemedic.cisco.soap.DoControlServices;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A step that starts a service, or starts it again; the node must have it, and it must be activated. */
interface OnActivatedService extends OnService {
    @Override
    default boolean needsCli() {
        return DoControlServices.isBySshOnly(service());
    }

    @Override
    default List<String> wouldSend() {
        return List.of(UtilsServiceControl.start(service()).text());
    }

    @Override
    default Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        Optional<ServiceStatus> row = ServiceRow.see(look, node(), service());
        if (row.isEmpty()) {
            return ServiceRow.notListed(node(), service());
        }
        return row.get().reason() == StopReason.NOT_ACTIVATED
                ? ServiceRow.notActivated(node(), service())
                : decide(look, row.get(), memory);
    }

    /** Decides by the service's row. */
    Decision decide(ClusterReader look, ServiceStatus row, LineMemory memory) throws LinkException;

    /** A start by hand, which may be repeated: it does nothing to a service that runs. */
    default Decision.Act start(ServiceStatus row, String why, Map<String, String> notes) {
        return new Decision.Act(
                service() + " is " + why,
                new Change.ByCommand(node(), UtilsServiceControl.start(row.name()), true),
                notes,
                ServiceRow.found(row));
    }

    /** The service is on its way between two states. */
    default Decision.Wait onItsWay(ServiceStatus row) {
        return new Decision.Wait(service() + " is " + row.state());
    }
}
