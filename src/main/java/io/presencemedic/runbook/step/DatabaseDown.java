package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ServiceList;
import io.presencemedic.cisco.ServiceState;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Look;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Confirms that the database of a node of the group is down, or stays in STARTING: one that has just begun to start
 * gets its time (D4).
 */
record DatabaseDown(Group group, RunbookConfig config) implements Step {
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
    public Decision decide(Look look, LineMemory memory) throws LinkException {
        List<String> found = new ArrayList<>();
        boolean mayPass = true;
        for (Node node : group.nodes()) {
            ServiceList list = look.ask(node, new UtilsServiceList());
            if (list.find(OwnSection.DATABASE).isEmpty()) {
                return ServiceRow.missing(list, node, OwnSection.DATABASE);
            }
            if (!ServiceRow.isStarted(list, OwnSection.DATABASE)) {
                mayPass &= list.in(ServiceState.STARTING).contains(OwnSection.DATABASE);
                found.add(OwnSection.DATABASE + " is " + ServiceRow.words(list, OwnSection.DATABASE) + " on "
                        + node.name());
            }
        }
        if (found.isEmpty()) {
            return new Decision.Unneeded(OwnSection.DATABASE + " is STARTED on every node of group " + group.name());
        }
        String words = String.join("; ", found);
        return mayPass && !memory.begunAtLeast(config.patience())
                ? new Decision.Wait(words + "; it has " + Words.of(config.patience()) + " to start")
                : new Decision.Done(words);
    }
}
