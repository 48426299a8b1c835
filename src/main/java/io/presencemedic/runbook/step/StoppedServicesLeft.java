package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ServiceState;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.cli.UtilsServiceList;
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

/** Confirms that the starts by hand have brought back what they can (D1.5, D1.6). */
record StoppedServicesLeft(Group group, RunbookConfig config) implements Step {
    @Override
    public String name() {
        return "confirm-services-started";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Duration patience() {
        return config.patience();
    }

    @Override
    public boolean onlyWaits() {
        return true;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        List<String> moving = new ArrayList<>();
        List<String> stopped = new ArrayList<>();
        List<String> faulty = new ArrayList<>();
        for (Node node : group.nodes()) {
            for (ServiceStatus row : StoppedRows.notStarted(look.ask(node, new UtilsServiceList()), node)) {
                String words = row.name() + " is " + ServiceRow.words(row) + " on " + node.name();
                if (row.state() == ServiceState.STARTING || row.state() == ServiceState.STOPPING) {
                    moving.add(words);
                } else {
                    (StoppedRows.isFaulty(row, node) ? faulty : stopped)
                            .add(words
                                    + DocumentSection.of(node, row.name())
                                            .map(DocumentSection::words)
                                            .orElse(""));
                }
            }
        }
        return stopped.isEmpty() ? rest(moving, faulty) : failed(stopped);
    }

    private static Decision failed(List<String> stopped) {
        return new Decision.Fail("SERVICE_NOT_STARTED", "these do not start by hand: " + String.join("; ", stopped));
    }

    private static Decision rest(List<String> moving, List<String> faulty) {
        if (!moving.isEmpty()) {
            return new Decision.Wait(String.join("; ", moving));
        }
        return new Decision.Done(
                faulty.isEmpty()
                        ? "all services that should run are STARTED"
                        : "started; left to their own sections: " + String.join("; ", faulty));
    }
}
