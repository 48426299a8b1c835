package io.presencemedic;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for what comes from another thread or process, which no clock of ours can move. */
public final class Eventually {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Eventually() {}

    /** Looks again and again until something is so; the test fails where it is not within a minute. */
    public static ConditionFactory eventually() {
        return Awaitility.with()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .await()
                .atMost(PATIENCE);
    }
}
