package io.presencemedic.runbook.step;

import io.presencemedic.cisco.HighAvailabilityCondition;
import io.presencemedic.cisco.HighAvailabilityState;
import io.presencemedic.cisco.cli.UtilsHaRecover;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.ChangeReply;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;

/**
 * Restarts the Server Recovery Managers of a group whose nodes have all failed (F3).
 *
 * @param required whether the line fails where that does not help; otherwise the procedure goes on
 */
record GroupRecovery(Group group, boolean required, RunbookConfig config) implements Step {
    @Override
    public String name() {
        return "high-availability-recover";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Duration patience() {
        return config.transitionPatience().plus(config.failoverPatience()).plus(config.patience());
    }

    @Override
    public boolean needsCli() {
        return true;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        GroupState state = GroupState.see(look, group);
        var underway = state.underway(memory, config);
        if (underway.isPresent()) {
            return underway.get();
        }
        if (state.condition() == HighAvailabilityCondition.NORMAL) {
            return new Decision.Done(state.words());
        }
        boolean allFailed = !state.nodes().isEmpty()
                && state.nodes().stream()
                        .allMatch(node -> node.state() == HighAvailabilityState.RUNNING_IN_FAILED_MODE);
        if (memory.acts() == 0 || memory.lastActUnknown()) {
            return allFailed ? act(state) : notFailed(state, memory);
        }
        boolean refused = "false".equals(memory.notes().get(ChangeReply.ACCEPTED));
        if (!refused && !memory.actedAtLeast(config.failoverPatience())) {
            return new Decision.Wait("the Server Recovery Managers were restarted; " + state.words());
        }
        String words = (refused ? "the platform refused it; " : "restarted, and ") + state.words();
        return required
                ? new Decision.Fail("HA_NOT_RECOVERED", words)
                : new Decision.Done("going on without it: " + words);
    }

    private Decision act(GroupState state) {
        String name = state.live().orElseThrow().name();
        return new Decision.Act(
                "every node of group " + name + " has failed: " + state.words(),
                new Change.ByCommand(group.nodes().get(0), new UtilsHaRecover(name), true));
    }

    private Decision notFailed(GroupState state, LineMemory memory) {
        if (memory.acts() > 0 && !memory.actedAtLeast(config.failoverPatience())) {
            return new Decision.Wait("it is not known whether it was heard; " + state.words());
        }
        return required
                ? new Decision.Refuse(
                        "HA_NOT_FAILED", "it is for a group whose nodes have all failed: " + state.words())
                : new Decision.Done("not needed, not every node has failed: " + state.words());
    }
}
