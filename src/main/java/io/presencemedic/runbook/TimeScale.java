package io.presencemedic.runbook;

import java.time.Duration;

/**
 * How fast time passes on a cluster: a simulated one may run faster, and the waits of the runbooks with it.
 *
 * @param factor how many seconds pass on the cluster in one second of ours; 1 for a real cluster
 */
public record TimeScale(double factor) {
    /** The pace of every real cluster. */
    public static final TimeScale REAL = new TimeScale(1);

    public TimeScale {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("time factor must be greater than 0, not " + factor);
        }
    }

    /** How long the cluster's duration takes on our clock, at least a millisecond where it is not zero. */
    public Duration ours(Duration clusters) {
        return Duration.ofNanos((long) Math.ceil(clusters.toNanos() / factor));
    }
}
