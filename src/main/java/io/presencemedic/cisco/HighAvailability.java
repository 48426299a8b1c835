package io.presencemedic.cisco;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code utils ha status} said.
 *
 * @param groups the presence redundancy groups, in the order of the answer
 */
public record HighAvailability(List<Group> groups) {
    /** The reason with which a node says that high availability is off. */
    public static final String NOT_ENABLED = "High Availability Not Enabled";

    public HighAvailability {
        groups = List.copyOf(groups);
    }

    /** The group of that name; letter case does not matter. */
    public Optional<Group> group(String name) {
        return groups.stream()
                .filter(group -> group.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Whether high availability is on: true where it is on in every group, false where it is off in any. */
    public Optional<Boolean> enabled() {
        if (groups.stream().anyMatch(group -> group.enabled().equals(Optional.of(false)))) {
            return Optional.of(false);
        }
        return !groups.isEmpty()
                        && groups.stream().allMatch(group -> group.enabled().equals(Optional.of(true)))
                ? Optional.of(true)
                : Optional.empty();
    }

    /**
     * A presence redundancy group.
     *
     * @param name its name
     * @param nodes its one or two nodes
     */
    public record Group(String name, List<Node> nodes) {
        public Group {
            nodes = List.copyOf(nodes);
        }

        /**
         * Whether high availability is on in this group: false where any node says that it is not enabled, true where
         * every node is in a state that only exists while it is on, empty where the answer does not tell.
         */
        public Optional<Boolean> enabled() {
            if (nodes.stream().anyMatch(Node::saysNotEnabled)) {
                return Optional.of(false);
            }
            boolean allKnown = nodes.stream().noneMatch(node -> node.state() == HighAvailabilityState.UNKNOWN);
            return !nodes.isEmpty() && allKnown ? Optional.of(true) : Optional.empty();
        }

        /** Whether every node of the group says that high availability is not enabled (C1). */
        public boolean confirmedOff() {
            return !nodes.isEmpty() && nodes.stream().allMatch(Node::saysNotEnabled);
        }

        /** What the states of its nodes make of the group (C3). */
        public HighAvailabilityCondition condition() {
            if (enabled().equals(Optional.of(false))) {
                return HighAvailabilityCondition.OFF;
            }
            if (inTransition()) {
                return HighAvailabilityCondition.IN_TRANSITION;
            }
            if (has(HighAvailabilityState.RUNNING_IN_FAILED_MODE)) {
                return HighAvailabilityCondition.FAILED;
            }
            if (has(HighAvailabilityState.FAILED_OVER)
                    || has(HighAvailabilityState.FAILED_OVER_WITH_CRITICAL_SERVICES_NOT_RUNNING)) {
                return HighAvailabilityCondition.FAILED_OVER;
            }
            if (has(HighAvailabilityState.IDLE)) {
                return HighAvailabilityCondition.IDLE;
            }
            if (has(HighAvailabilityState.UNKNOWN)) {
                return HighAvailabilityCondition.UNKNOWN;
            }
            return has(HighAvailabilityState.RUNNING_IN_BACKUP_MODE)
                    ? HighAvailabilityCondition.BACKUP_WITHOUT_FAILOVER
                    : HighAvailabilityCondition.NORMAL;
        }

        private boolean has(HighAvailabilityState state) {
            return nodes.stream().anyMatch(node -> node.state() == state);
        }

        /**
         * Whether a person has moved it by hand and its other node serves the users: then it is as it was wanted (F4).
         */
        public boolean movedOnRequest() {
            return has(HighAvailabilityState.RUNNING_IN_BACKUP_MODE)
                    && nodes.stream()
                            .filter(node -> node.state() != HighAvailabilityState.RUNNING_IN_BACKUP_MODE)
                            .allMatch(node -> node.why().equals(Optional.of(HighAvailabilityReason.ON_ADMIN_REQUEST)));
        }

        /** Whether every node of the group is in the state Normal. */
        public boolean normal() {
            return !nodes.isEmpty() && nodes.stream().allMatch(node -> node.state() == HighAvailabilityState.NORMAL);
        }

        /** Whether a node is on its way between two states, when high availability must not be changed (C3). */
        public boolean inTransition() {
            return nodes.stream().anyMatch(node -> node.state().kind() == HighAvailabilityState.Kind.TRANSITION);
        }
    }

    /**
     * A node of a group.
     *
     * @param name the node's name as the platform spells it
     * @param state its state
     * @param stateText the state in the platform's own words
     * @param reason why it is in this state, in the platform's own words; null where none is given
     */
    public record Node(
            String name,
            HighAvailabilityState state,
            String stateText,
            @Nullable String reason) {
        /** Why it is in its state; empty where it does not say, or in words that are not known. */
        public Optional<HighAvailabilityReason> why() {
            return Optional.ofNullable(reason).flatMap(HighAvailabilityReason::ofWords);
        }

        /** Whether the node says that high availability is not enabled. */
        public boolean saysNotEnabled() {
            return reason != null && reason.strip().equalsIgnoreCase(NOT_ENABLED);
        }
    }
}
