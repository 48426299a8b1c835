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
record Timeouts(Deadline headers, Deadline end, Duration stall) {
    /** One moment for all. */
    static Timeouts until(Deadline deadline) {
        return new Timeouts(deadline, deadline, deadline.patience());
    }
}
