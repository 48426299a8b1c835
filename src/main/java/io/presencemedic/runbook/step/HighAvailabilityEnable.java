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
        return config.replicationPatience()
                .plus(config.transitionPatience())
                .plus(config.highAvailabilitySettle())
                .plus(config.highAvailabilityPatience());
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
        GroupState state;
        try {
            state = GroupState.see(look, group);
        } catch (LinkException e) {
            return new OnByTheNodes(group, config).decide(look, memory, e);
        }
        return state.storedOn() ? confirm(look, state, memory) : prepare(look, state, memory);
    }

    private Decision prepare(ClusterReader look, GroupState state, LineMemory memory) throws LinkException {
        if (group.nodes().size() < 2) {
            return new Decision.Refuse("HA_ONE_NODE", "group " + group.name() + " has one node only");
        }
        Optional<Decision> underway = state.underway(memory, config);
        if (underway.isPresent()) {
            return underway.get();
        }
        Preconditions found = Preconditions.see(look, group);
        if (found.met()) {
            Change change = new Change.ByOperation(
                    Groups.publisher(look.cluster()), new SetHighAvailability(group.uuid(), true), true);
            return new Decision.Act("replication is set up and the critical services run on both nodes", change);
        }
        return found.mayPass() && !memory.begunAtLeast(patience(found))
                ? new Decision.Wait("high availability has to wait: " + found.words())
                : new Decision.Refuse(
                        "HA_PRECONDITIONS",
                        "enabling high availability now would fail the group over: " + found.words(),
                        state.undelivered(group));
    }

    /** Replication is set up again some minutes after its database runs. */
    private Duration patience(Preconditions found) {
        return found.lacksReplication()
                ? config.replicationPatience()
                : config.patience().multipliedBy(2);
    }

    private Decision confirm(ClusterReader look, GroupState state, LineMemory memory) {
        if (memory.acts() > 0 && !memory.actedAtLeast(config.highAvailabilitySettle())) {
            return new Decision.Wait(
                    "CUCM has stored it; waiting " + StepMessages.of(config.highAvailabilitySettle())
                            + " for it to reach the nodes",
                    config.highAvailabilitySettle());
        }
        if (isMovedForGood(state, memory)) {
            return Decision.Fail.thoughOn(
                    "HA_FAILED_OVER",
                    "high availability is on and " + state.words() + "; go by redundancy-group-failed-over");
        }
        return state.confirmedOn() && !state.inTransition()
                ? new Decision.Done(by(memory) + state.words() + users(look, state, memory))
                : new Decision.Wait(
                        "CUCM has stored that high availability is on; " + state.words(),
                        null,
                        state.undelivered(group));
    }

    /** After it was switched on the group passes through Initializing, and through states that soon end. */
    private boolean isMovedForGood(GroupState state, LineMemory memory) {
        boolean hadItsTime = memory.acts() == 0
                ? memory.begunAtLeast(config.highAvailabilitySettle())
                : memory.actedAtLeast(config.highAvailabilitySettle().plus(config.highAvailabilityPatience()));
        return switch (state.condition()) {
            case FAILED, FAILED_OVER -> memory.acts() > 0 || hadItsTime;
            case IDLE, BACKUP_WITHOUT_FAILOVER -> hadItsTime;
            case IN_TRANSITION, UNKNOWN, NORMAL, OFF -> false;
        };
    }

    private String by(LineMemory memory) {
        return memory.acts() == 0 && memory.owed().contains(Hold.highAvailability(group.name()))
                ? "on already: somebody else switched it on while this job had it off; "
                : "on; ";
    }

    private String users(ClusterReader look, GroupState state, LineMemory memory) {
        return memory.noted(HighAvailabilityDisable.users(group))
                .map(before -> "; users of the group before and after: " + before + " and "
                        + state.stored().numUsers() + ActiveSessions.compared(look, group, memory))
                .orElse("");
    }
}
