package io.presencemedic.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Work on the database that is done again and again, and sooner where somebody asks for it, by a thread of its own. */
public final class Loop {
    /** A turn takes less, whatever the database does: each of its calls ends in time. */
    public static final Duration LONGEST_TURN = Duration.ofSeconds(60);

    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final long LOG_EVERY_NANOS = TimeUnit.SECONDS.toNanos(30);
    /** What is to happen later than this is met by a regular turn. */
    private static final Duration WORTH_A_TURN = Duration.ofSeconds(1);
    /** A connection that was lost is made anew by the next turn. */
    private static final Duration AFTER_FAILURE = Duration.ofMillis(250);

    private final String name;
    private final Runnable work;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile long turnedAt = System.nanoTime();
    private volatile long succeededAt = System.nanoTime();
    private long loggedAt = System.nanoTime() - LOG_EVERY_NANOS;
    private volatile boolean stopped;
    private volatile long wakesAt = System.nanoTime();

    /**
     * Does nothing yet.
     *
     * @param name of the thread, and in the log
     * @param work one turn; what it throws is said in the log twice a minute at most, and the next turn is made
     */
    public Loop(String name, Runnable work) {
        this.name = name;
        this.work = work;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    /** Makes the first turn, and another so long after the end of each. */
    public void start(Duration pause) {
        turnedAt = System.nanoTime();
        succeededAt = turnedAt;
        thread.scheduleWithFixedDelay(this::turn, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Has a turn made at once; asked for several times before that, it is one. */
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            schedule(Duration.ZERO);
        }
    }

    /** Has a turn made then. */
    public void wakeIn(Duration delay) {
        if (delay.compareTo(WORTH_A_TURN) >= 0) {
            return;
        }
        long at = System.nanoTime() + delay.toNanos();
        boolean isSooner = wakesAt - System.nanoTime() <= 0 || at < wakesAt;
        if (isSooner) {
            wakesAt = at;
            schedule(delay);
        }
    }

    private void schedule(Duration delay) {
        try {
            thread.schedule(this::turn, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debugf("%s has stopped", name);
        }
    }

    /** Makes no turn any more but the one that is being made. */
    public void stop() {
        stopped = true;
        thread.shutdown();
    }

    private void turn() {
        woken.set(false);
        try {
            work.run();
            succeededAt = System.nanoTime();
        } catch (RuntimeException e) {
            warn(e);
            wakeIn(AFTER_FAILURE);
        } finally {
            turnedAt = System.nanoTime();
        }
    }

    /** While the service stops, the database may be gone before this thread notices. */
    private void warn(RuntimeException why) {
        if (!stopped && System.nanoTime() - loggedAt >= LOG_EVERY_NANOS) {
            loggedAt = System.nanoTime();
            LOG.warnf("%s could not do its work: %s", name, why);
        }
    }

    /** Whether a turn has ended, well or not, since so long ago. */
    public boolean hasTurnedWithin(Duration age) {
        return System.nanoTime() - turnedAt < age.toNanos();
    }

    /** Whether a turn has done its work since so long ago. */
    public boolean hasSucceededWithin(Duration age) {
        return System.nanoTime() - succeededAt < age.toNanos();
    }
}
