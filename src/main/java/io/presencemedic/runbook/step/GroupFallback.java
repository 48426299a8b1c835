package io.presencemedic.runbook.step;

import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.HighAvailabilityCondition;
import io.presencemedic.cisco.HighAvailabilityReason;
import io.presencemedic.cisco.HighAvailabilityState;
import io.presencemedic.cisco.cli.UtilsHaMove;
import io.presencemedic.cluster.Node;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the users of a node that has failed over home, where its critical services run; nobody can fall back to a node
 * whose services do not (C3, F2).
 *
 * @param idle what is made of a node that stands idle
 */
record GroupFallback(Group group, IdleNode idle, RunbookConfig config) implements Step {
    /** What is made of a node that stands idle, whose services are stopped until a fallback (F1, F4). */
    enum IdleNode {
        /** It is called back too, which starts its services. */
        CALLED_BACK,
        /** It is left aside by a procedure that repairs services. */
        LEFT_ASIDE,
        /**
         * Nothing is begun where a person has moved the group by hand: the procedure starts none of these services, and
         * without them high availability cannot be switched on again (C2).
         */
        IN_THE_WAY
    }

    @Override
    public String name() {
        return "high-availability-fallback";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Duration patience() {
        return config.transitionPatience()
                .plus(config.failoverPatience().multipliedBy(2))
                .plus(config.patience());
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
        if (state.condition() == HighAvailabilityCondition.NORMAL) {
            return new Decision.Done((memory.acts() > 0 ? "back: " : "nobody is away: ") + state.words());
        }
        if (!state.isMoved()) {
            return new Decision.Done("high availability is off: " + state.words());
        }
        if (idle == IdleNode.IN_THE_WAY && state.isMovedByHand()) {
            return new Decision.Refuse(
                    "HA_MOVED_BY_HAND",
                    "a person has moved the group by hand: " + state.words()
                            + "; first bring it back, with high-availability-fallback (F2)");
        }
        if ("false".equals(memory.notes().get(ChangeReply.ACCEPTED))) {
            return without("the Server Recovery Manager refused the fallback; " + state.words());
        }
        return act(look, state, memory);
    }

    private Decision act(ClusterReader look, GroupState state, LineMemory memory) throws LinkException {
        for (Node node : group.nodes()) {
            Optional<HighAvailability.Node> away = away(look, state, node);
            if (away.isPresent()) {
                Decision.Act act = fallback(state, node, away.get());
                boolean again = memory.lastActUnknown()
                        && memory.actedAtLeast(config.poll().multipliedBy(2))
                        && memory.tries(act) < 2;
                if (memory.tries(act) == 0 || again) {
                    return act;
                }
            }
        }
        boolean isDue = memory.acts() > 0 && !memory.actedAtLeast(config.failoverPatience());
        return isDue
                ? new Decision.Wait("the fallback is on its way: " + state.words())
                : without("nobody can fall back as things are: " + state.words());
    }

    private Decision.Act fallback(GroupState state, Node node, HighAvailability.Node away) {
        return new Decision.Act(
                away.name() + " is " + away.stateText() + " and can take its users back; they sign in again there",
                new Change.ByCommand(node, UtilsHaMove.fallback(away.name()), true),
                Map.of(
                        HighAvailabilityDisable.users(group),
                        String.valueOf(state.stored().numUsers())));
    }

    /** The node's own state where a fallback to it is possible. */
    private Optional<HighAvailability.Node> away(ClusterReader look, GroupState state, Node node) throws LinkException {
        List<HighAvailability.Node> own = state.nodes().stream()
                .filter(member -> GroupState.isSame(node, member))
                .toList();
        for (HighAvailability.Node member : own) {
            boolean byHand = member.why().equals(Optional.of(HighAvailabilityReason.ON_ADMIN_REQUEST));
            boolean isCalled = idle == IdleNode.CALLED_BACK;
            boolean mayBeStopped = isCalled && (byHand || member.state() == HighAvailabilityState.IDLE);
            boolean possible = member.state() == HighAvailabilityState.FAILED_OVER
                    || (isCalled && member.state() == HighAvailabilityState.IDLE);
            if (possible && (mayBeStopped || CriticalServices.run(look, node))) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }

    private static Decision without(String why) {
        return new Decision.Done("going on without a fallback: " + why);
    }
}
