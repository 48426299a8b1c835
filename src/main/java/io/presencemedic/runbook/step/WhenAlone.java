package io.presencemedic.runbook.step;

import io.presencemedic.cisco.soap.GetPresenceRedundancyGroup;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Step;
import java.util.Optional;

/** Does a step only where a group has one member. */
record WhenAlone(Group group, Step step) implements StepDecorator {
    @Override
    public Optional<Hold> switchesOff() {
        return step.switchesOff();
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        boolean full = memory.acts() == 0
                && look.ask(Groups.publisher(look.cluster()), new GetPresenceRedundancyGroup(group.uuid()))
                                .servers()
                                .size()
                        > 1;
        return full
                ? new Decision.Done("not needed: group " + group.name() + " has two members")
                : step.decide(look, memory);
    }
}
