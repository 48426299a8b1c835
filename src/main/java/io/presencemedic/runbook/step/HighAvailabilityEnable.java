package io.presencemedic.runbook.step;

import io.presencemedic.cisco.soap.SetHighAvailability;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Switches high availability of a group on, once its preconditions hold (C2), and sees the group's nodes say so (C1).
 * Compares the group's users with those before (C9).
 */
record HighAvailabilityEnable(Group group, RunbookConfig config) implements Step {
    @Override
    public String name() {
        return "high-availability-enable";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Duration patience() {
        return config.patience().plus(config.highAvailabilitySettle()).plus(config.highAvailabilityPatience());
    }

    @Override
    public Optional<Hold> switchesOn() {
        return Optional.of(Hold.highAvailability(group.name()));
    }

    @Override
    public boolean needsCli() {
        return true;
    }

    @Override
    public List<String> wouldSend() {
        return List.of(new SetHighAvailability(group.uuid(), true).summary());
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        GroupState state = GroupState.see(look, group);
        return state.storedOn() ? confirm(state, memory) : prepare(look, state, memory);
    }

    private Decision prepare(ClusterReader look, GroupState state, LineMemory memory) throws LinkException {
        if (group.nodes().size() < 2) {
            return new Decision.Refuse("HA_ONE_NODE", "group " + group.name() + " has one node only");
        }
        if (state.inTransition()) {
            return new Decision.Refuse("HA_IN_TRANSITION", "a node is on its way between states: " + state.words());
        }
        Preconditions found = Preconditions.see(look, group);
        if (found.met()) {
            Change change = new Change.ByOperation(
                    Groups.publisher(look.cluster()), new SetHighAvailability(group.uuid(), true), true);
            return new Decision.Act("replication is set up and the critical services run on both nodes", change);
        }
        return found.mayPass() && !memory.begunAtLeast(config.patience())
                ? new Decision.Wait("high availability has to wait: " + found.words())
                : new Decision.Refuse(
                        "HA_PRECONDITIONS",
                        "enabling high availability now would fail the group over: " + found.words());
    }

    private Decision confirm(GroupState state, LineMemory memory) {
        if (memory.acts() > 0 && !memory.actedAtLeast(config.highAvailabilitySettle())) {
            return new Decision.Wait(
                    "CUCM has stored it; waiting " + StepMessages.of(config.highAvailabilitySettle())
                            + " for it to reach the nodes",
                    config.highAvailabilitySettle());
        }
        if (state.failed() || state.failedOver()) {
            return new Decision.Fail("HA_FAILED_OVER", "high availability is on and " + state.words());
        }
        return state.confirmedOn() && !state.inTransition()
                ? new Decision.Done("on; " + state.words() + users(state, memory))
                : new Decision.Wait("CUCM has stored that high availability is on; " + state.words());
    }

    private static String users(GroupState state, LineMemory memory) {
        String before = memory.notes().get(HighAvailabilityDisable.USERS);
        return before == null
                ? ""
                : "; users of the group before and after: " + before + " and "
                        + state.stored().numUsers();
    }
}
