package io.presencemedic.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** How often requests from an address showed no valid key, in a minute; only so many addresses are remembered. */
final class FailedLogins {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 50_000;
    private static final int FREE_SHARE = 4;
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final int limit;
    private final Clock clock;
    private final Cache<String, Failures> byAddress;

    /** @param limit how many are answered in a minute; a quarter of them at once, the others more and more slowly */
    FailedLogins(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
        this.byAddress = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterWrite(WINDOW)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * What a failure leads to.
     *
     * @param delay after which it is answered; zero for at once
     * @param retryAfter how long the address is refused from now on; zero where it is not
     */
    record Consequence(Duration delay, Duration retryAfter) {
        boolean isRefusal() {
            return !retryAfter.isZero();
        }
    }

    private record Failures(Instant since, int count) {
        Failures another(Instant now) {
            return now.isBefore(since.plus(WINDOW)) ? new Failures(since, count + 1) : new Failures(now, 1);
        }
    }

    /** Counts a failure of this address. */
    Consequence another(String address) {
        Instant now = clock.instant();
        Failures failures = byAddress
                .asMap()
                .compute(address, (key, known) -> known == null ? new Failures(now, 1) : known.another(now));
        if (failures.count() > limit) {
            return new Consequence(
                    Duration.ZERO, Duration.between(now, failures.since().plus(WINDOW)));
        }
        Duration delay = STEP.multipliedBy(Math.max(0, failures.count() - limit / FREE_SHARE));
        return new Consequence(delay.compareTo(LONGEST) > 0 ? LONGEST : delay, Duration.ZERO);
    }
}
