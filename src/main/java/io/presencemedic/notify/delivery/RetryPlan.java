package io.presencemedic.notify.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long is waited after each failed attempt.
 *
 * @param pauses the pause after the first, the second … attempt; after the last one the message is given up
 * @param random numbers from 0 to 1, so that many messages that failed together do not come again together
 */
public record RetryPlan(List<Duration> pauses, DoubleSupplier random) {
    private static final double JITTER = 0.1;

    public RetryPlan {
        pauses = List.copyOf(pauses);
    }

    /**
     * The pause after so many failed attempts, within ten percent of the plan and never less than the receiver asked
     * for; empty where the message is given up.
     */
    public Optional<Duration> after(int attempts, Optional<Duration> retryAfter) {
        if (attempts > pauses.size()) {
            return Optional.empty();
        }
        long planned = pauses.get(attempts - 1).toMillis();
        long millis = Math.round(planned * (1 + JITTER * (2 * random.getAsDouble() - 1)));
        return Optional.of(Duration.ofMillis(
                Math.max(millis, retryAfter.map(Duration::toMillis).orElse(0L))));
    }
}
