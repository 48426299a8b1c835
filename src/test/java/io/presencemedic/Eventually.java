package io.presencemedic;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Waits for what comes from another thread or process, which no clock of ours can move. */
public final class Eventually {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Duration patience;

    private Eventually(Duration patience) {
        this.patience = patience;
    }

    /** Looks again and again until something is so; the test fails where it is not within a minute. */
    public static Eventually eventually() {
        return new Eventually(PATIENCE);
    }

    /** The same with another patience. */
    public Eventually atMost(Duration other) {
        return new Eventually(other);
    }

    /** Waits until it is so. */
    public void until(Callable<Boolean> condition) {
        until(condition, Boolean::booleanValue);
    }

    /** Waits until what is found is as it should be, and gives it back. */
    public <T> T until(Callable<T> look, Predicate<? super T> condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            T found = looked(look);
            if (condition.test(found)) {
                return found;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to be so within " + patience + ": " + found);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static <T> T looked(Callable<T> look) {
        try {
            return look.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
