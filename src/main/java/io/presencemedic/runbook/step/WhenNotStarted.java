package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Step;
import java.util.Optional;

/** Does a step only where a service of a node is not STARTED. */
record WhenNotStarted(Node node, ServiceName service, Step step) implements StepDecorator {
    @Override
    public Optional<Hold> switchesOff() {
        return step.switchesOff();
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        return memory.acts() == 0 && ServiceRow.isStarted(look.ask(node, new UtilsServiceList()), service)
                ? new Decision.Done("not needed: " + service + " is STARTED on " + node.name())
                : step.decide(look, memory);
    }
}
