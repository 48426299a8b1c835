package io.presencemedic.simulator.model;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to the healthy cluster before somebody looks at it.
 *
 * @param title the scenario in one sentence
 * @param item id of the documented item that it shows; null for none
 * @param option whether it is no fault, but one of several ways in which a platform may behave
 * @param failsOver whether high availability, where it is on, has taken notice of it when somebody looks
 * @param began how long ago its last change happened; 20 minutes where nothing is said
 * @param changes what happened
 */
record Scenario(
        String title,
        @Nullable String item,
        boolean option,
        boolean failsOver,
        Duration began,
        List<ScenarioChange> changes) {
    private static final Duration UNTIL_SOMEBODY_LOOKS = Duration.ofMinutes(20);

    Scenario {
        began = Objects.requireNonNullElse(began, UNTIL_SOMEBODY_LOOKS);
        changes = List.copyOf(changes);
    }
}
