package io.presencemedic.simulator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to the healthy cluster before somebody looks at it.
 *
 * @param title the scenario in one sentence
 * @param item id of the documented item that it shows; null for none
 * @param changes what happened
 */
record Scenario(String title, @Nullable String item, List<ScenarioChange> changes) {
    Scenario {
        changes = List.copyOf(changes);
    }
}
