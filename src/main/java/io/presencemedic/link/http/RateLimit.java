package io.presencemedic.link.http;

import io.presencemedic.link.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/** Lets so many calls through in any minute; the platform refuses what comes faster. */
final class RateLimit {
    private static final long LOOK_MILLIS = 500;

    private final int calls;
    private final long windowNanos;
    private final Deque<Long> passed = new ArrayDeque<>();

    RateLimit(int calls, Duration window) {
        this.calls = calls;
        this.windowNanos = window.toNanos();
    }

    /**
     * Waits until one more call may go.
     *
     * @return false where the deadline passed or nobody wants the call any longer
     */
    synchronized boolean enter(Deadline deadline, BooleanSupplier abandoned) throws InterruptedException {
        while (!abandoned.getAsBoolean()) {
            long now = System.nanoTime();
            while (!passed.isEmpty() && now - passed.getFirst() >= windowNanos) {
                passed.removeFirst();
            }
            if (passed.size() < calls) {
                passed.addLast(now);
                return true;
            }
            if (deadline.expired()) {
                return false;
            }
            long next = (windowNanos - (now - passed.getFirst())) / 1_000_000 + 1;
            wait(Math.min(Math.min(next, LOOK_MILLIS), deadline.waitMillis()));
        }
        return false;
    }
}
