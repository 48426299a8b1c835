package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import java.util.ArrayList;
import java.util.List;

/**
 * Confirms that services of the group's nodes are stopped for which a start by hand is the document's remedy (D1.5,
 * D1.6).
 *
 * @param ownSections whether those count that have a section of their own
 */
record StoppedServicesCheck(Group group, boolean ownSections) implements Check {
    @Override
    public String name() {
        return "confirm-services-stopped";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        List<String> stopped = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        for (Node node : group.nodes()) {
            ServiceList list = look.ask(node, new UtilsServiceList());
            if (!list.complete()) {
                return ServiceRow.incomplete(node);
            }
            List<ServiceStatus> rows = StoppedRows.notStarted(list, node);
            for (ServiceStatus row : rows) {
                if (row.state().isStopped()) {
                    sort(node, row, rows, stopped, elsewhere);
                }
            }
        }
        if (!stopped.isEmpty()) {
            return new Decision.Done(String.join("; ", stopped));
        }
        return elsewhere.isEmpty()
                ? new Decision.Unneeded("no service of group " + group.name() + " is stopped that should run")
                : new Decision.Refuse("OWN_SECTION", "no plain start is the remedy: " + String.join("; ", elsewhere));
    }

    private void sort(
            Node node, ServiceStatus row, List<ServiceStatus> rows, List<String> stopped, List<String> elsewhere) {
        String words = row.name() + " is " + ServiceRow.words(row) + " on " + node.name();
        if (!ownSections && StoppedRows.hasOwnSection(row, node)) {
            elsewhere.add(words + DocumentSection.pointer(node, row.name()));
        } else if (ownSections || !StoppedRows.isConsequence(row, rows, node)) {
            stopped.add(words);
        }
    }
}
