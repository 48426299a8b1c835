package io.presencemedic.access.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How much everybody has left of each limit, in this process: a bucket that refills evenly, so that a burst is taken as
 * long as the minute's number is kept. Only so many callers are remembered; who has not called for a minute is
 * forgotten.
 */
public final class Quotas {
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 50_000;

    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets;

    /** @param clock whose minutes are counted */
    public Quotas(Clock clock) {
        time = new Meter(clock);
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterAccess(WINDOW)
                .ticker(time::currentTimeNanos)
                .build();
    }

    /**
     * Whose quota it is.
     *
     * @param who a caller's lasting identity, or an IP address
     */
    public record Key(Limit limit, boolean isAddress, String who) {}

    /**
     * What is left.
     *
     * @param isTaken false where nothing was left, and nothing was taken
     * @param remaining how many are left
     * @param pause until one is left; zero where one is
     * @param reset until all are
     */
    public record State(Limit limit, long quota, boolean isTaken, long remaining, Duration pause, Duration reset) {
        /** As in {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers). */
        public String policy() {
            return "\"" + limit.label() + "\";q=" + quota + ";w=" + WINDOW.toSeconds();
        }

        /** As in {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers). */
        public String left() {
            return "\"" + limit.label() + "\";r=" + remaining + ";t=" + seconds(reset);
        }

        private static long seconds(Duration duration) {
            return duration.plusMillis(999).toSeconds();
        }
    }

    /** Takes one. */
    public State take(Key key, long quota) {
        Bucket bucket = buckets.get(key, fresh -> bucket(quota));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new State(
                key.limit(),
                quota,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    private Bucket bucket(long quota) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }

    private record Meter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
