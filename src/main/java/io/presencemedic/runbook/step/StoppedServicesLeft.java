package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Names what is left not started at the end of a procedure: success does not hide it.
 *
 * @param required whether the procedure has failed where something is left that has no section of its own (D1.5, D1.6)
 */
record StoppedServicesLeft(Group group, boolean required, RunbookConfig config) implements Step {
    @Override
    public String name() {
        return required ? "confirm-services-started" : "name-what-is-left";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Duration patience() {
        return config.patience().multipliedBy(2);
    }

    @Override
    public boolean onlyWaits() {
        return true;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        List<String> moving = new ArrayList<>();
        List<String> stopped = new ArrayList<>();
        List<String> own = new ArrayList<>();
        for (Node node : group.nodes()) {
            List<ServiceStatus> rows = StoppedRows.notStarted(look.ask(node, new UtilsServiceList()), node);
            for (ServiceStatus row : rows) {
                sort(node, row, rows, moving, stopped, own);
            }
        }
        if (!moving.isEmpty() && !memory.begunAtLeast(config.patience())) {
            return new Decision.Wait(String.join("; ", moving));
        }
        if (required && !stopped.isEmpty()) {
            return new Decision.Fail(
                    "SERVICE_NOT_STARTED", "these do not start by hand: " + String.join("; ", stopped));
        }
        stopped.addAll(own);
        stopped.addAll(moving);
        return new Decision.Done(
                stopped.isEmpty()
                        ? "all services that should run are STARTED"
                        : "left not started: " + String.join("; ", stopped));
    }

    private static void sort(
            Node node,
            ServiceStatus row,
            List<ServiceStatus> rows,
            List<String> moving,
            List<String> stopped,
            List<String> own) {
        String words = row.name() + " is " + ServiceRow.words(row) + " on " + node.name();
        if (row.state() == ServiceState.STARTING || row.state() == ServiceState.STOPPING) {
            moving.add(words);
        } else if (StoppedRows.hasOwnSection(row, node)) {
            own.add(words + DocumentSection.pointer(node, row.name()));
        } else if (StoppedRows.isConsequence(row, rows, node)) {
            own.add(words);
        } else {
            stopped.add(words);
        }
    }
}
