package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceState;
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
 * Confirms that the database of a node of the group is down, or stays in STARTING: one that has just begun to start
 * gets its time (D4).
 */
record DatabaseDownCheck(Group group, RunbookConfig config) implements Step {
    @Override
    public String name() {
        return "confirm-database-down";
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
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        List<String> found = new ArrayList<>();
        boolean mayPass = true;
        for (Node node : group.nodes()) {
            ServiceList list = look.ask(node, new UtilsServiceList());
            if (list.find(DocumentSection.DATABASE).isEmpty()) {
                return ServiceRow.missing(list, node, DocumentSection.DATABASE);
            }
            if (!ServiceRow.isStarted(list, DocumentSection.DATABASE)) {
                mayPass &= list.in(ServiceState.STARTING).contains(DocumentSection.DATABASE);
                found.add(DocumentSection.DATABASE + " is " + ServiceRow.words(list, DocumentSection.DATABASE) + " on "
                        + node.name());
            }
        }
        if (found.isEmpty()) {
            return new Decision.Unneeded(
                    DocumentSection.DATABASE + " is STARTED on every node of group " + group.name());
        }
        String words = String.join("; ", found);
        return mayPass && !memory.begunAtLeast(config.patience())
                ? new Decision.Wait(words + "; it has " + StepMessages.of(config.patience()) + " to start")
                : new Decision.Done(words);
    }
}
