package io.presencemedic.link.http;

import io.presencemedic.link.Deadline;
import java.time.Duration;

/**
 * How long an exchange may take.
 *
 * @param headers when the answer must have begun
 * @param end when it must have ended
 * @param stall how long nothing may come in between
 */
record Waiting(Deadline headers, Deadline end, Duration stall) {
    /** One moment for all. */
    static Waiting until(Deadline deadline) {
        return new Waiting(deadline, deadline, deadline.patience());
    }
}
