package io.presencemedic.runbook.step;

import io.presencemedic.cisco.HighAvailabilityCondition;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Step;

/** Does a step only where high availability is on and the group's nodes do not tell their state (F5). */
record WhenUnknown(Group group, Step step) implements StepDecorator {
    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        GroupState state = GroupState.see(look, group);
        boolean needed = memory.acts() > 0
                || state.storedOn() && state.condition() == HighAvailabilityCondition.UNKNOWN;
        return needed ? step.decide(look, memory) : new Decision.Done("not needed: " + state.words());
    }
}
