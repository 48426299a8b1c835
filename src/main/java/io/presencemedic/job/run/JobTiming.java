package io.presencemedic.job.run;

import java.time.Duration;

/**
 * The engine's patience, on the cluster's clock.
 *
 * @param poll pause between two looks of a waiting line
 * @param linkPatience how long a node may be unreachable before its line fails
 * @param approvalExpiry how long an approval is waited for
 */
public record JobTiming(Duration poll, Duration linkPatience, Duration approvalExpiry) {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Pause before the next try after so many link failures in a row; doubles up to half a minute. */
    Duration pauseAfter(int troubles) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(troubles, 5));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
