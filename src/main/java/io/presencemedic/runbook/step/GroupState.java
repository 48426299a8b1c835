package io.presencemedic.runbook.step;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.HighAvailabilityChange;
import io.presencemedic.cisco.HighAvailabilityCondition;
import io.presencemedic.cisco.RedundancyGroup;
import io.presencemedic.cisco.cli.UtilsHaStatus;
import io.presencemedic.cisco.soap.GetPresenceRedundancyGroup;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.FailureContext;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.NodeNames;
import io.presencemedic.runbook.RunbookConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Both sides of a group's high availability: what CUCM has stored, and what the group's nodes say. The first proves
 * nothing about the second (C1).
 */
record GroupState(RedundancyGroup stored, Optional<HighAvailability.Group> live) {
    /** The finding of a change that CUCM has stored and the nodes have not heard of (C1). */
    private static final String NOT_ARRIVED = "HIGH_AVAILABILITY_NOT_ARRIVED";

    static GroupState see(ClusterReader look, Group group) throws LinkException {
        RedundancyGroup stored =
                look.ask(Groups.publisher(look.cluster()), new GetPresenceRedundancyGroup(group.uuid()));
        return new GroupState(stored, live(look, group));
    }

    /** What the nodes say of the group; empty where none of them names it. */
    static Optional<HighAvailability.Group> live(ClusterReader look, Group group) throws LinkException {
        return status(look, group).stream()
                .flatMap(status -> status.groups().stream())
                .filter(candidate -> isSame(candidate, group))
                .findFirst();
    }

    /** From the first node that answers: one whose database is down cannot tell. */
    private static Optional<HighAvailability> status(ClusterReader look, Group group) throws LinkException {
        LinkException passing = null;
        for (Node node : group.nodes()) {
            try {
                return Optional.of(look.ask(node, new UtilsHaStatus()));
            } catch (LinkException e) {
                if (!(e.failure() instanceof LinkFailure.Refused)
                        && !e.failure().passing()) {
                    throw e;
                }
                passing = e.failure().passing() ? e : passing;
            }
        }
        if (passing != null) {
            throw passing;
        }
        return Optional.empty();
    }

    /** The two sides may spell the group differently; its members decide. */
    private static boolean isSame(HighAvailability.Group candidate, Group group) {
        return group.nodes().stream().allMatch(node -> has(candidate, node));
    }

    private static boolean has(HighAvailability.Group candidate, Node node) {
        return candidate.nodes().stream().anyMatch(member -> isSame(node, member));
    }

    /** Whether the platform means this node of the inventory. */
    static boolean isSame(Node node, HighAvailability.Node member) {
        return NodeNames.same(node, member.name());
    }

    boolean storedOn() {
        return stored.haEnabled();
    }

    boolean confirmedOff() {
        return live.map(HighAvailability.Group::confirmedOff).orElse(false);
    }

    boolean confirmedOn() {
        return live.flatMap(HighAvailability.Group::enabled).orElse(false);
    }

    /**
     * That CUCM has stored one thing and the nodes say another, as a value; nothing where they agree or do not tell.
     */
    FailureContext undelivered(Group group) {
        boolean on = storedOn();
        boolean differs = live.flatMap(HighAvailability.Group::enabled)
                .filter(said -> said != on)
                .isPresent();
        if (!differs) {
            return FailureContext.NONE;
        }
        return FailureContext.of(new FailureContext.OpenFinding(
                NOT_ARRIVED,
                DocumentRef.C1.id(),
                "CUCM has high availability of group " + group.name() + " stored as " + (on ? "on" : "off")
                        + ", on the nodes it is still " + (on ? "off" : "on")
                        + ": the change has not arrived there. See that the Sync Agent runs, which carries it.",
                group.name(),
                group.nodes().stream().map(Node::name).toList(),
                List.of(),
                List.of(),
                HighAvailabilityChange.to(on)));
    }

    boolean inTransition() {
        return live.map(HighAvailability.Group::inTransition).orElse(false);
    }

    /** What the nodes' states make of the group; where no node names it, what CUCM has stored. */
    HighAvailabilityCondition condition() {
        return live.map(HighAvailability.Group::condition)
                .orElse(storedOn() ? HighAvailabilityCondition.UNKNOWN : HighAvailabilityCondition.OFF);
    }

    /** Whether high availability is on, in CUCM or on the nodes, and the group is not in its normal state. */
    boolean isMoved() {
        return switch (condition()) {
            case NORMAL, OFF -> false;
            case IN_TRANSITION, FAILED, FAILED_OVER, IDLE, BACKUP_WITHOUT_FAILOVER -> true;
            case UNKNOWN -> storedOn();
        };
    }

    /** Whether a person has moved the group by hand, and its other node serves the users (F4). */
    boolean isMovedByHand() {
        return live.map(HighAvailability.Group::movedOnRequest).orElse(false);
    }

    /**
     * While a node is on its way between two states nothing is changed: that is waited for, and then said (C3).
     *
     * @param since what the line remembers of its beginning
     * @return empty where no node is on its way
     */
    Optional<Decision> underway(LineMemory since, RunbookConfig config) {
        if (!inTransition()) {
            return Optional.empty();
        }
        String words = "a node is on its way between two states of high availability: " + words();
        return Optional.of(
                since.begunAtLeast(config.transitionPatience())
                        ? new Decision.Refuse(
                                "HA_IN_TRANSITION",
                                words + "; it has not ended within " + StepMessages.of(config.transitionPatience())
                                        + ", see what Cisco Server Recovery Manager does there")
                        : new Decision.Wait(words));
    }

    /** The nodes' states in the platform's words. */
    String words() {
        return words(live);
    }

    /** The states of a group's nodes in the platform's words. */
    static String words(Optional<HighAvailability.Group> live) {
        return live.map(HighAvailability.Group::nodes)
                .map(nodes -> nodes.stream()
                        .map(node -> node.name() + " is " + node.stateText()
                                + (node.reason() == null ? "" : " (" + node.reason() + ")"))
                        .collect(Collectors.joining(", ")))
                .orElse("the nodes do not name the group");
    }

    /** The group's nodes as they say themselves; none where no node names the group. */
    List<HighAvailability.Node> nodes() {
        return live.map(HighAvailability.Group::nodes).orElse(List.of());
    }
}
