package io.presencemedic.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that a test moves ahead instead of waiting. */
public final class LeapingClock extends Clock {
    private final Clock base;
    private volatile Duration ahead = Duration.ZERO;

    /** Begins at the time of another clock, and goes as fast. */
    public LeapingClock(Clock base) {
        this.base = base;
    }

    /** It is that time now, unless it is later already. */
    public synchronized void leapTo(Instant time) {
        Duration missing = Duration.between(instant(), time);
        if (!missing.isNegative()) {
            ahead = ahead.plus(missing);
        }
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new LeapingClock(base.withZone(zone));
    }
}
