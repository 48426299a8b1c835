package io.presencemedic.link;

import java.time.Duration;

/**
 * The moment at which waiting ends, on a clock that only goes forward.
 *
 * @param nanos reading of {@link System#nanoTime()} at that moment
 * @param patience how long it was away at the start, for messages
 */
public record Deadline(long nanos, Duration patience) {
    /** A deadline this far from now. */
    public static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos(), patience);
    }

    /** This deadline, or the one that far from now, whichever is earlier. */
    public Deadline atMost(Duration limit) {
        Deadline other = in(limit);
        return other.nanos - nanos < 0 ? other : this;
    }

    /** The time left; zero once it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /** The time left in whole milliseconds, at least one, as a bound for one wait. */
    public long waitMillis() {
        return Math.max(1, remaining().toMillis());
    }

    /** Whether the moment has passed. */
    public boolean expired() {
        return nanos - System.nanoTime() <= 0;
    }
}
