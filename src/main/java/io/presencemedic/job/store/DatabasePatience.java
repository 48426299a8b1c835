package io.presencemedic.job.store;

import io.presencemedic.database.DatabaseTrouble;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks the database again for as long as a claim stands by this process' own clock. Blocking. */
public final class DatabasePatience {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private DatabasePatience() {}

    /**
     * Does it until the database has answered. What it does may have been done although no answer came.
     *
     * @param held whether it is still worth it; the last failure is thrown where it is not
     */
    public static <T> T whileHeld(BooleanSupplier held, Supplier<T> work) {
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!DatabaseTrouble.isPassing(e) || !held.getAsBoolean()) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** Waits for a moment, before the database is tried again. */
    static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
