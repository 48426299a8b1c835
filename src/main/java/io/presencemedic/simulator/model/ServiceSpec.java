package io.presencemedic.simulator.model;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A service of the catalogue.
 *
 * @param name as the platform spells it
 * @param kind to which part of the platform it belongs
 * @param on the products that have it
 * @param startup seconds from STARTING to STARTED, 5 where none are given
 * @param shutdown seconds from STOPPING to STOPPED, 3 where none are given
 * @param requires the services of the same node without which it does not start
 * @param requiresOnCucm the services of the CUCM publisher without which it does not start
 * @param inGroup whether it starts only on a node that is in a redundancy group
 * @param followsRouter whether it is stopped and restarted together with Cisco XCP Router
 * @param needsFeature whether it starts only once its feature is configured (D8)
 * @param notActivated the roles on which a healthy node has it not activated
 * @param stopped the roles on which a healthy node has it stopped
 * @param note what a healthy node prints beside the stopped service; null for "Commanded Out of Service"
 */
public record ServiceSpec(
        String name,
        SimulatedServiceKind kind,
        List<SimulatedProduct> on,
        @Nullable Integer startup,
        @Nullable Integer shutdown,
        List<String> requires,
        List<String> requiresOnCucm,
        boolean inGroup,
        boolean followsRouter,
        boolean needsFeature,
        List<SimulatedRole> notActivated,
        List<SimulatedRole> stopped,
        @Nullable ServiceNote note) {
    /** The service whose restart and stop the other XCP services follow (C4). */
    public static final String ROUTER = "Cisco XCP Router";

    public ServiceSpec {
        on = listed(on);
        requires = listed(requires);
        requiresOnCucm = listed(requiresOnCucm);
        notActivated = listed(notActivated);
        stopped = listed(stopped);
    }

    /** How long it takes to start. */
    public Duration timeToStart() {
        return Duration.ofSeconds(Objects.requireNonNullElse(startup, 5));
    }

    /** How long it takes to stop. */
    public Duration timeToStop() {
        return Duration.ofSeconds(Objects.requireNonNullElse(shutdown, 3));
    }

    /** Whether it belongs to the IM and Presence Service itself. */
    public boolean isPresence() {
        return on.equals(List.of(SimulatedProduct.IMP))
                && (kind == SimulatedServiceKind.NETWORK || kind == SimulatedServiceKind.FEATURE);
    }

    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
