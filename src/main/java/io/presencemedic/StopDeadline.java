package io.presencemedic;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends the process where an orderly stop does not come to its end, such as when every thread is busy: whoever stops the
 * service waits no longer than that. What was not finished is taken over as after a crash.
 */
public final class StopDeadline {
    /** Less than the 20 seconds that operators are promised. */
    public static final Duration PATIENCE = Duration.ofSeconds(18);

    /** 128 and the number of SIGTERM, as shells report it. */
    private static final int TERMINATED = 143;

    private StopDeadline() {}

    /** From now on a stop of the process takes no longer than this. */
    static void arm(Duration patience) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> begin(patience), "stop-deadline-begin"));
    }

    private static void begin(Duration patience) {
        Thread watch = new Thread(() -> end(patience), "stop-deadline");
        watch.setDaemon(true);
        watch.setPriority(Thread.MAX_PRIORITY);
        watch.start();
    }

    private static void end(Duration patience) {
        try {
            boolean never = new CountDownLatch(1).await(patience.toMillis(), TimeUnit.MILLISECONDS);
            Runtime.getRuntime().halt(never ? 0 : TERMINATED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
