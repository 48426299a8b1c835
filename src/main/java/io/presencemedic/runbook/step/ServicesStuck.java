package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceState;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Look;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Confirms that services of a group's nodes are STARTING; where none is, nothing is to be done (D1.2, D2). */
record ServicesStuck(Group group) implements Step {
    @Override
    public String name() {
        return "confirm-services-starting";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Decision decide(Look look, LineMemory memory) throws LinkException {
        List<String> found = new ArrayList<>();
        for (Node node : group.nodes()) {
            List<ServiceName> starting = look.ask(node, new UtilsServiceList()).in(ServiceState.STARTING);
            if (!starting.isEmpty()) {
                found.add(starting.size() + " STARTING on " + node.name() + ": " + Words.of(starting));
            }
        }
        return found.isEmpty()
                ? new Decision.Unneeded("no service of group " + group.name() + " is STARTING")
                : new Decision.Done(String.join("; ", found));
    }
}
