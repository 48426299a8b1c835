package io.presencemedic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it ahead. */
public final class LeapingClock extends Clock {
    private volatile Instant now;

    /** Begins on a day of no meaning. */
    public LeapingClock() {
        this(Instant.parse("2030-01-01T00:00:00Z"));
    }

    /** Begins at this time. */
    public LeapingClock(Instant start) {
        this.now = start;
    }

    /** So much time passes at once. */
    public synchronized void leap(Duration time) {
        now = now.plus(time);
    }

    /** It is that time now, unless it is later already. */
    public synchronized void leapTo(Instant time) {
        if (time.isAfter(now)) {
            now = time;
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
