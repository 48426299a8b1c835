package io.presencemedic.runbook.step;

import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Step;
import java.util.Optional;

/** Does a step only where a Presence Engine of the group is not STARTED (D6.2). */
record WhenEnginesDown(Group group, Step step) implements StepDecorator {
    @Override
    public Optional<Hold> switchesOff() {
        return step.switchesOff();
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        PresenceEngines engines = PresenceEngines.see(look, group.nodes());
        return memory.acts() == 0 && engines.allStarted()
                ? new Decision.Done("not needed: " + engines.words())
                : step.decide(look, memory);
    }
}
