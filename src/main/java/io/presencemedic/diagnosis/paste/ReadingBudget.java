package io.presencemedic.diagnosis.paste;

import java.time.Duration;

/**
 * How much work the reading of one log may cost, and whether anybody still waits for it. May be cancelled by any
 * thread.
 */
public final class ReadingBudget {
    private static final int LOOKS = 256;

    private final long begun = System.nanoTime();
    private final long nanos;
    private int steps;
    private volatile boolean cancelled;

    /** @param time how long the reading may take, positive */
    public ReadingBudget(Duration time) {
        nanos = time.toNanos();
    }

    /** A budget that no honest log uses up. */
    public static ReadingBudget generous() {
        return new ReadingBudget(Duration.ofMinutes(5));
    }

    /** Ends the reading at its next step. */
    public void cancel() {
        cancelled = true;
    }

    /**
     * Says whether the next step may be made.
     *
     * @return false once the budget is used up or the reading was cancelled
     */
    boolean allows() {
        boolean look = steps++ % LOOKS == 0;
        return !cancelled && !(look && isUsedUp());
    }

    /** Whether the time is over. */
    public boolean isUsedUp() {
        return System.nanoTime() - begun > nanos;
    }

    /** @throws ReadingStoppedException where the step may not be made */
    void step() {
        if (!allows()) {
            throw new ReadingStoppedException();
        }
    }
}
