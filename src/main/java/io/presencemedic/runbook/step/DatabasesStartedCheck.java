package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import java.util.ArrayList;
import java.util.List;

/** Confirms that the databases of all nodes of the group are STARTED once each had its turn; otherwise TAC (D4.4). */
record DatabasesStartedCheck(Group group) implements Check {
    @Override
    public String name() {
        return "confirm-databases-started";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        List<String> down = new ArrayList<>();
        for (Node node : group.nodes()) {
            ServiceList list = look.ask(node, new UtilsServiceList());
            if (!ServiceRow.isStarted(list, DocumentSection.DATABASE)) {
                down.add(DocumentSection.DATABASE + " is " + ServiceRow.words(list, DocumentSection.DATABASE) + " on "
                        + node.name());
            }
        }
        return down.isEmpty()
                ? new Decision.Done(DocumentSection.DATABASE + " is STARTED on every node of group " + group.name())
                : DatabaseStart.notStarted(String.join("; ", down));
    }
}
