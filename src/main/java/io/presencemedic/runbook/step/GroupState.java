package io.presencemedic.runbook.step;

import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.HighAvailabilityState;
import io.presencemedic.cisco.RedundancyGroup;
import io.presencemedic.cisco.cli.UtilsHaStatus;
import io.presencemedic.cisco.soap.GetPresenceRedundancyGroup;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.NodeNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Both sides of a group's high availability: what CUCM has stored, and what the group's nodes say. The first proves
 * nothing about the second (C1).
 */
record GroupState(RedundancyGroup stored, Optional<HighAvailability.Group> live) {
    static GroupState see(ClusterReader look, Group group) throws LinkException {
        RedundancyGroup stored =
                look.ask(Groups.publisher(look.cluster()), new GetPresenceRedundancyGroup(group.uuid()));
        return new GroupState(
                stored,
                status(look, group).stream()
                        .flatMap(status -> status.groups().stream())
                        .filter(candidate -> isSame(candidate, group))
                        .findFirst());
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
        return candidate.nodes().stream().anyMatch(member -> NodeNames.same(node, member.name()));
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

    boolean inTransition() {
        return live.map(HighAvailability.Group::inTransition).orElse(false);
    }

    boolean failedOver() {
        return nodes().stream().anyMatch(node -> node.state().isFailedOver());
    }

    boolean failed() {
        return nodes().stream().anyMatch(node -> node.state() == HighAvailabilityState.RUNNING_IN_FAILED_MODE);
    }

    /** Why high availability must not be touched as the group is (C3); empty where it may. */
    Optional<Decision.Refuse> unsteady() {
        if (inTransition()) {
            return Optional.of(new Decision.Refuse(
                    "HA_IN_TRANSITION",
                    "high availability is not changed while a node is on its way between states: " + words()));
        }
        return failedOver()
                ? Optional.of(new Decision.Refuse(
                        "HA_FAILED_OVER",
                        "the group has failed over (" + words() + "); fall back first, then run this again"))
                : Optional.empty();
    }

    /** The nodes' states in the platform's words. */
    String words() {
        return live.isEmpty()
                ? "the nodes do not name the group"
                : nodes().stream()
                        .map(node -> node.name() + " is " + node.stateText()
                                + (node.reason() == null ? "" : " (" + node.reason() + ")"))
                        .collect(Collectors.joining(", "));
    }

    private List<HighAvailability.Node> nodes() {
        return live.map(HighAvailability.Group::nodes).orElse(List.of());
    }
}
