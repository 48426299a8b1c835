package io.presencemedic.runbook.step;

import io.presencemedic.cisco.HighAvailabilityCondition;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.Optional;

/** Ends the procedure where every node is Normal again; otherwise what follows is needed. */
record GroupNormalCheck(Group group, RunbookConfig config) implements Step {
    @Override
    public String name() {
        return "confirm-group-normal";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Duration patience() {
        return config.transitionPatience().plus(config.patience());
    }

    @Override
    public boolean needsCli() {
        return true;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        GroupState state = GroupState.see(look, group);
        Optional<Decision> underway = state.underway(memory, config);
        if (underway.isPresent()) {
            return underway.get();
        }
        return state.condition() == HighAvailabilityCondition.NORMAL
                ? new Decision.Unneeded(state.words())
                : new Decision.Done("not Normal: " + state.words() + "; it is switched off and on again (D5.1)");
    }
}
