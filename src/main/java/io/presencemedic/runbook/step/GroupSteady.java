package io.presencemedic.runbook.step;

import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Step;
import java.time.Duration;

/** Confirms that the group has neither failed over nor is on its way between states (C3). */
record GroupSteady(Group group) implements Step {
    @Override
    public String name() {
        return "confirm-group-steady";
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
    public boolean needsCli() {
        return true;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        GroupState state = GroupState.see(look, group);
        return state.unsteady()
                .<Decision>map(refusal -> refusal)
                .orElseGet(() -> new Decision.Done("neither failed over nor in transition: " + state.words()));
    }
}
