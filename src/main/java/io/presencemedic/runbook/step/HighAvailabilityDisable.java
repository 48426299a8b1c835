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
import java.util.TreeMap;

/**
 * Switches high availability of a group off and sees the group's nodes say so (C1, C3); notes the group's users before
 * (C9). A group that has failed over or failed is what a fault looks like: it is switched off for just that reason.
 *
 * @param onlyWhereMoved whether it stays on where every node is Normal: what follows does not ask for more
 */
record HighAvailabilityDisable(Group group, boolean onlyWhereMoved, RunbookConfig config) implements Step {

    /** The note of the users assigned to the group before the change; a job may have notes of several groups. */
    static String users(Group group) {
        return "numUsers " + group.name();
    }

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
        return config.transitionPatience()
                .plus(config.highAvailabilitySettle())
                .plus(config.highAvailabilityPatience())
                .plus(config.patience());
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
        if (onlyWhereMoved && memory.acts() == 0 && !state.isMoved()) {
            return new Decision.Done(
                    state.storedOn()
                            ? "stays on: " + state.words()
                            : "off, and not needed for what follows: " + state.words());
        }
        if (state.storedOn() && isByOthers(memory)) {
            return switchedOnAgain(state);
        }
        return state.storedOn() ? switchOff(look, state, memory) : confirm(state, memory);
    }

    private Decision switchOff(ClusterReader look, GroupState state, LineMemory memory) {
        Optional<Decision> underway = state.underway(memory, config);
        if (underway.isPresent()) {
            return underway.get();
        }
        Change change = new Change.ByOperation(
                Groups.publisher(look.cluster()), new SetHighAvailability(group.uuid(), false), true);
        String moved = state.isMoved()
                ? ", and the group is not as it should be: " + state.words()
                        + ". What users of a node that has failed over notice when it is switched off is not documented; "
                        + state.stored().numUsers() + " users are assigned to the group"
                : "";
        Map<String, String> notes = new TreeMap<>(ActiveSessions.see(look, group));
        notes.put(users(group), String.valueOf(state.stored().numUsers()));
        return new Decision.Act("high availability of group " + group.name() + " is on" + moved, change, notes);
    }

    /** By this line, or by an earlier one of the job, it had been switched off before. */
    private boolean isByOthers(LineMemory memory) {
        Hold hold = Hold.highAvailability(group.name());
        return memory.acts() > 0
                ? !memory.lastActUnknown()
                : memory.owed().contains(hold) || memory.overruled().contains(hold);
    }

    /** Whoever switched it on again had a reason; it is not switched off a second time against a person. */
    private Decision switchedOnAgain(GroupState state) {
        return StepMessages.switchedOnByOthers(group, "after this job had switched it off (" + state.words() + ")");
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
        boolean isLate = memory.acts() > 0
                ? memory.actedAtLeast(config.highAvailabilitySettle().plus(config.highAvailabilityPatience()))
                : memory.begunAtLeast(config.highAvailabilitySettle().plus(config.highAvailabilityPatience()));
        return isLate
                ? new Decision.Ask(
                        words + ". If the Sync Agent is down the change may never arrive. Go on all the same?",
                        null,
                        state.undelivered(group))
                : new Decision.Wait(words, null, state.undelivered(group));
    }
}
