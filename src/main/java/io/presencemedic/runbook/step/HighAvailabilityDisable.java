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
import java.util.Map;
import java.util.Optional;

/**
 * Switches high availability of a group off and sees the group's nodes say so (C1, C3); notes the group's users before
 * (C9).
 */
record HighAvailabilityDisable(Group group, RunbookConfig config) implements Step {
    /** The note of the users assigned to the group before the change. */
    static final String USERS = "numUsers";

    @Override
    public String name() {
        return "high-availability-disable";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Duration patience() {
        return config.highAvailabilitySettle().plus(config.highAvailabilityPatience());
    }

    @Override
    public Optional<Hold> switchesOff() {
        return Optional.of(Hold.highAvailability(group.name()));
    }

    @Override
    public boolean needsCli() {
        return true;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        GroupState state = GroupState.see(look, group);
        return state.storedOn() ? switchOff(look, state) : confirm(state, memory);
    }

    private Decision switchOff(ClusterReader look, GroupState state) {
        Optional<Decision.Refuse> unsteady = state.unsteady();
        if (unsteady.isPresent()) {
            return unsteady.get();
        }
        Change change = new Change.ByOperation(
                Groups.publisher(look.cluster()), new SetHighAvailability(group.uuid(), false), true);
        return new Decision.Act(
                "high availability of group " + group.name() + " is on",
                change,
                Map.of(USERS, String.valueOf(state.stored().numUsers())));
    }

    private Decision confirm(GroupState state, LineMemory memory) {
        if (memory.acts() > 0 && !memory.actedAtLeast(config.highAvailabilitySettle())) {
            return new Decision.Wait(
                    "CUCM has stored it; waiting " + StepMessages.of(config.highAvailabilitySettle())
                            + " for it to reach the nodes",
                    config.highAvailabilitySettle());
        }
        if (state.confirmedOff()) {
            return new Decision.Done(
                    memory.acts() > 0 ? "off; the nodes confirm it" : "was off before this job; the nodes confirm it");
        }
        return memory.approved()
                ? new Decision.Done("off in CUCM; an operator decided to go on although the nodes do not confirm it")
                : unconfirmed(state, memory);
    }

    private Decision unconfirmed(GroupState state, LineMemory memory) {
        String words =
                "CUCM has stored that high availability is off and the nodes do not confirm it: " + state.words();
        return memory.begunAtLeast(config.highAvailabilitySettle().plus(config.highAvailabilityPatience()))
                ? new Decision.Ask(
                        words + ". If the Sync Agent is down the change may never arrive. Go on all the same?", null)
                : new Decision.Wait(words);
    }
}
