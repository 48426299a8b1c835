package io.presencemedic.runbook;

import org.jspecify.annotations.Nullable;

/**
 * A line of a plan.
 *
 * @param number from 1
 * @param step what is done
 * @param restores the line whose hold this one restores, and when; null for a line of the body
 */
public record Line(int number, Step step, @Nullable Restoring restores) {
    /** The same line so many places further down. */
    Line shifted(int places) {
        return new Line(number + places, step, restores == null ? null : restores.shifted(places));
    }
}
