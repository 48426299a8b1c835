package io.presencemedic.runbook;

import java.util.List;

/**
 * What a step that makes one change after the other would do, as things are.
 *
 * @param why in a sentence for a person
 * @param changes in the order in which they would be made, if each has the effect that it should have
 */
public record Foreseen(String why, List<Change> changes) {
    public Foreseen {
        changes = List.copyOf(changes);
    }
}
