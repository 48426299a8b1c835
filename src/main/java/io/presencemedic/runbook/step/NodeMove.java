package io.presencemedic.runbook.step;

import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.HighAvailabilityCondition;
import io.presencemedic.cisco.HighAvailabilityState;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.UtilsHaMove;
import io.presencemedic.cisco.cli.UtilsHaStatus;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.ChangeReply;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Moves a node's users to its peer, or back, by hand (F1, F2).
 *
 * @param over whether they are moved away; otherwise they are brought back
 */
record NodeMove(Node node, boolean over, RunbookConfig config) implements Step {
    @Override
    public String name() {
        return over ? "node-failover" : "node-fallback";
    }

    @Override
    public String target() {
        return node.name();
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
        HighAvailability status = look.ask(node, new UtilsHaStatus());
        for (HighAvailability.Group group : status.groups()) {
            for (HighAvailability.Node member : group.nodes()) {
                if (PlatformNames.same(look, node, member.name())) {
                    return decide(group, member, memory);
                }
            }
        }
        return new Decision.Refuse("NODE_OUTSIDE_GROUP", node.name() + " is in no redundancy group");
    }

    private Decision decide(HighAvailability.Group group, HighAvailability.Node own, LineMemory memory) {
        String words = words(group);
        if (group.condition() == HighAvailabilityCondition.OFF) {
            return new Decision.Refuse("HA_OFF", "high availability of group " + group.name() + " is off: " + words);
        }
        if (group.inTransition()) {
            return memory.begunAtLeast(patience())
                    ? new Decision.Refuse("HA_IN_TRANSITION", words)
                    : new Decision.Wait("on its way: " + words);
        }
        if (over ? isAway(group, own) : own.state() == HighAvailabilityState.NORMAL) {
            return new Decision.Done(words);
        }
        return memory.acts() > 0 && !memory.lastActUnknown() ? follow(words, memory) : ask(group, own, words, memory);
    }

    private Decision follow(String words, LineMemory memory) {
        if ("false".equals(memory.notes().get(ChangeReply.ACCEPTED))) {
            return new Decision.Fail("HA_REQUEST_REFUSED", "the Server Recovery Manager refused it; " + words);
        }
        return memory.actedAtLeast(config.failoverPatience())
                ? new Decision.Fail("HA_NOT_MOVED", "asked for, and " + words)
                : new Decision.Wait("asked for; " + words);
    }

    private Decision ask(HighAvailability.Group group, HighAvailability.Node own, String words, LineMemory memory) {
        if (!isPossible(group, own)) {
            return new Decision.Refuse(
                    "HA_MOVE_NOT_POSSIBLE",
                    over
                            ? "only a node of a group whose nodes are all Normal can be failed over: " + words
                            : "a fallback needs a node that is Failed Over or Idle and whose services run; repair them first: "
                                    + words);
        }
        if (memory.acts() > 0 && !memory.actedAtLeast(config.poll().multipliedBy(2))) {
            return new Decision.Wait("it is not known whether the request was heard; " + words);
        }
        Command<?> command = over ? UtilsHaMove.failover(own.name()) : UtilsHaMove.fallback(own.name());
        String effect = over
                ? "its users are disconnected and sign in at its peer, and its critical services stop until a fallback"
                : "its users are disconnected from its peer and sign in again at home";
        return new Decision.Act(words + "; " + effect, new Change.ByCommand(node, command, true));
    }

    private boolean isPossible(HighAvailability.Group group, HighAvailability.Node own) {
        return over
                ? group.normal() && group.nodes().size() > 1
                : own.state() == HighAvailabilityState.FAILED_OVER || own.state() == HighAvailabilityState.IDLE;
    }

    private static boolean isAway(HighAvailability.Group group, HighAvailability.Node own) {
        Optional<HighAvailability.Node> peer =
                group.nodes().stream().filter(member -> member != own).findFirst();
        boolean away = own.state() == HighAvailabilityState.IDLE
                || own.state() == HighAvailabilityState.FAILED_OVER
                || own.state() == HighAvailabilityState.FAILED_OVER_WITH_CRITICAL_SERVICES_NOT_RUNNING;
        return away
                && peer.filter(member -> member.state() == HighAvailabilityState.RUNNING_IN_BACKUP_MODE)
                        .isPresent();
    }

    private static String words(HighAvailability.Group group) {
        return group.nodes().stream()
                .map(member -> member.name() + " is " + member.stateText()
                        + (member.reason() == null ? "" : " (" + member.reason() + ")"))
                .collect(Collectors.joining(", "));
    }
}
