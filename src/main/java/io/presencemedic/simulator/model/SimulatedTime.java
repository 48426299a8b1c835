package io.presencemedic.simulator.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The clock of the simulated cluster. Its hours may be shorter than those of the clock on the wall. */
public final class SimulatedTime {
    private final Clock clock;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile TimeAnchor anchor;

    SimulatedTime(Clock clock, TimeAnchor anchor) {
        this.clock = clock;
        this.anchor = anchor;
    }

    /** The present moment in the model. */
    public Instant now() {
        return anchor.modelAt(clock.instant());
    }

    /** The present moment on the wall. */
    public Instant wall() {
        return clock.instant();
    }

    /** Waits until so much of the model's time has passed, or the simulator ends. */
    public void pause(Duration model) {
        pauseOnWall(Duration.ofNanos((long) (model.toNanos() / anchor.factor())));
    }

    /**
     * Waits until so much time has passed on the wall, or the simulator ends.
     *
     * @return whether the time passed and the simulator goes on
     */
    public boolean pauseOnWall(Duration wall) {
        try {
            return !ended.await(wall.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void anchor(TimeAnchor next) {
        anchor = next;
    }

    /** Ends all pauses, the present and future ones. */
    public void end() {
        ended.countDown();
    }
}
