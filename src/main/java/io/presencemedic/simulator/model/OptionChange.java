package io.presencemedic.simulator.model;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a platform is set, or behaves where no document says how; what a scenario leaves out stays as it is. */
sealed interface OptionChange extends ScenarioChange {
    /** The recovery managers are set in another way. */
    record RecoveryIs(
            @Nullable Duration criticalServiceDelay,
            @Nullable Duration keepAliveTimeout,
            boolean automaticFallback,
            boolean automaticRecovery,
            boolean manualFailoverEndsFailedOver,
            boolean silentNodeIsUnknown,
            boolean datastoresAreNotCritical,
            boolean travelsWithoutSyncAgent,
            boolean usersStayOnPeer,
            boolean wordsOfTheGuide)
            implements OptionChange {
        @Override
        public void apply(World world) {
            RecoverySettings settings = world.recovery();
            settings.criticalServiceDelay =
                    Objects.requireNonNullElse(criticalServiceDelay, settings.criticalServiceDelay);
            settings.keepAliveTimeout = Objects.requireNonNullElse(keepAliveTimeout, settings.keepAliveTimeout);
            settings.automaticFallback |= automaticFallback;
            settings.automaticRecovery |= automaticRecovery;
            settings.manualFailoverEndsFailedOver |= manualFailoverEndsFailedOver;
            settings.silentNodeIsUnknown |= silentNodeIsUnknown;
            settings.datastoresAreCritical &= !datastoresAreNotCritical;
            settings.travelsWithoutSyncAgent |= travelsWithoutSyncAgent;
            settings.usersStayOnPeer |= usersStayOnPeer;
            settings.wordsOfTheGuide |= wordsOfTheGuide;
        }
    }

    /** A service starts without others that the catalogue says it requires. */
    record DoesWithout(String service, List<String> required) implements OptionChange {
        @Override
        public void apply(World world) {
            world.waive(service, required);
        }
    }
}
