package io.presencemedic.schedule.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When nothing is changed, whatever the windows say.
 *
 * @param from its beginning
 * @param until its end, not included
 * @param reason why, for a person; null where nobody said
 */
public record Blackout(
        Instant from, Instant until, @Nullable String reason) {
    boolean covers(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }
}
