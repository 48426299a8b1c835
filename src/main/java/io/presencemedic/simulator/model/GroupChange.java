package io.presencemedic.simulator.model;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can have happened to redundancy groups. */
sealed interface GroupChange extends ScenarioChange {
    private static List<SimulatedGroup> groups(World world, @Nullable String name) {
        Collection<SimulatedGroup> all = world.groups();
        return all.stream()
                .filter(group -> name == null || group.name.equals(name))
                .toList();
    }

    /** Somebody left high availability off, or switched it in CUCM only; without a name in every group. */
    record HighAvailabilityIs(@Nullable String group, boolean on) implements GroupChange {
        @Override
        public void apply(World world) {
            for (SimulatedGroup state : groups(world, group)) {
                if (on) {
                    state.configured = true;
                } else {
                    state.switchOff(false, world.now());
                }
            }
        }
    }

    /** Somebody switched high availability of every group in CUCM, and it has not arrived on the nodes. */
    record ConfiguredIs(boolean on) implements GroupChange {
        @Override
        public void apply(World world) {
            groups(world, null).forEach(state -> state.configured = on);
        }
    }

    /**
     * Nodes are in states that nothing else in the scenario has brought about.
     *
     * @param states the nodes with their states
     * @param reason what both say about it
     * @param lasts how long a transition lasts; null for one that never ends
     */
    record MemberIs(
            Map<String, HaState> states,
            HaReason reason,
            @Nullable Duration lasts) implements GroupChange {
        @Override
        public void apply(World world) {
            states.forEach((node, state) -> world.groupOf(world.node(node)).ifPresent(group -> {
                group.configured = true;
                group.effective = true;
                group.settles = lasts == null ? null : world.now().plus(lasts);
                group.say(node, state, reason, world.now());
            }));
        }
    }

    /** An administrator moved the users of a node to its peer. */
    record FailedOver(String node, Duration ago) implements GroupChange {
        public FailedOver {
            ago = Objects.requireNonNullElse(ago, Duration.ZERO);
        }

        @Override
        public void apply(World world) {
            world.failover(world.node(node));
        }
    }

    /** A node is not in the redundancy group any more, which therefore is without high availability, or keeps it. */
    record Left(String node, boolean keepsHighAvailability) implements GroupChange {
        @Override
        public void apply(World world) {
            SimulatedNodeState state = world.node(node);
            world.groupOf(state).ifPresent(group -> {
                group.nodes.remove(node);
                group.members.remove(node);
                if (!keepsHighAvailability) {
                    group.switchOff(false, world.now());
                }
            });
            state.subclusterId = null;
        }
    }

    /** The database binds a node to another redundancy group, or to none. */
    record Bound(String node, @Nullable Integer subcluster) implements GroupChange {
        @Override
        public void apply(World world) {
            world.node(node).subclusterId = subcluster;
        }
    }

    /** The Presence Engine will stop, or has stopped, on both nodes of a group when a second one joined it. */
    record UpsetByJoining(String group, boolean joined) implements GroupChange {
        @Override
        public void apply(World world) {
            for (SimulatedGroup state : groups(world, group)) {
                state.upsetByJoining = true;
                if (joined) {
                    world.membership().upset(state);
                }
            }
        }
    }
}
