package io.presencemedic.simulator.model;

import io.presencemedic.cisco.service.ServiceState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can have happened to single services. */
sealed interface ServiceChange extends ScenarioChange {
    private static SimulatedServiceRow row(World world, String node, String name) {
        return world.node(node)
                .service(name)
                .orElseThrow(() -> new IllegalArgumentException(node + " has no service '" + name + "'."));
    }

    /** Services of a node came into another state. */
    record ServicesAre(
            String node,
            List<String> named,
            ServiceState state,
            @Nullable ServiceNote note,
            Duration ago) implements ServiceChange {
        public ServicesAre {
            ago = Objects.requireNonNullElse(ago, Duration.ZERO);
        }

        @Override
        public void apply(World world) {
            for (String name : named) {
                SimulatedServiceRow row = row(world, node, name);
                row.activated = note != ServiceNote.SERVICE_NOT_ACTIVATED;
                row.become(state, note, world.now());
            }
        }
    }

    /**
     * Something came in the way of services' next start.
     *
     * @param node their node
     * @param named the services
     * @param manner how they fare meanwhile
     * @param until what must be so; nothing for "at once"
     * @param failures how many starts fail nevertheless
     * @param byItself how long afterwards they start by themselves; null for never
     */
    record Blocked(
            String node,
            List<String> named,
            StartBlocker.Manner manner,
            @Nullable List<Condition> until,
            int failures,
            @Nullable Duration byItself)
            implements ServiceChange {
        @Override
        public void apply(World world) {
            for (String name : named) {
                StartBlocker blockade = new StartBlocker();
                blockade.manner = manner;
                blockade.until.addAll(Objects.requireNonNullElse(until, List.of()));
                blockade.failures = failures;
                blockade.byItself = byItself;
                blockade.since = world.now();
                row(world, node, name).blockades.add(blockade);
            }
        }
    }

    /** A service is out of service after its activation, until somebody starts it. */
    record WaitsAfterActivation(String node, List<String> named) implements ServiceChange {
        @Override
        public void apply(World world) {
            named.forEach(name -> row(world, node, name).startsWhenActivated = false);
        }
    }
}
