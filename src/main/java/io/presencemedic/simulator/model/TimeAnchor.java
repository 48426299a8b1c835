package io.presencemedic.simulator.model;

import java.time.Duration;
import java.time.Instant;

/**
 * Ties the model's time to the clock on the wall.
 *
 * @param wall a moment on the wall
 * @param model the same moment in the model
 * @param factor how many seconds pass in the model while one passes on the wall, greater than 0
 */
record TimeAnchor(Instant wall, Instant model, double factor) {
    static final TimeAnchor NONE = new TimeAnchor(Instant.EPOCH, Instant.EPOCH, 1);

    Instant modelAt(Instant moment) {
        Duration passed = Duration.between(wall, moment);
        return passed.isNegative() ? model : model.plusNanos(Math.round(passed.toNanos() * factor));
    }

    TimeAnchor withFactor(Instant moment, double next) {
        return next == factor ? this : new TimeAnchor(moment, modelAt(moment), next);
    }
}
