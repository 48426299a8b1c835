package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How work grows with what it is given, by the processor time of the thread that does it: what other threads and
 * processes do meanwhile does not count.
 */
public final class ProcessorTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int TIMES = 5;
    /** Four times the text takes four times the time; effort that grows with the square takes sixteen times. */
    private static final double MOST = 6;

    /** What a clock, a collector of garbage and others at the same caches may add. */
    private static final long NOISE = Duration.ofMillis(60).toNanos();

    private ProcessorTime() {}

    /** The shortest of several runs, in nanoseconds; a further one is made only while it could matter. */
    public static long of(Runnable work, long enough) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TIMES && least > enough; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            work.run();
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - before);
        }
        return least;
    }

    /**
     * Requires that the time does not grow faster than the text.
     *
     * @param name what is measured, for the failure
     * @param text of the smaller size; the larger one is the same text four times
     */
    public static void growsWithTheTextAlone(String name, String text, Consumer<String> work) {
        growsWithTheTextAlone(name, text, text.repeat(4), work);
    }

    /**
     * The same with a larger text that is made another way.
     *
     * @param small a text
     * @param large one of the same kind, four times as long
     */
    public static void growsWithTheTextAlone(String name, String small, String large, Consumer<String> work) {
        work.accept(small);
        work.accept(small);
        long least = of(() -> work.accept(small), 0);
        long most = (long) (least * MOST) + NOISE;
        assertThat(of(() -> work.accept(large), most))
                .as("nanoseconds for %d characters of %s, after %d for a quarter", large.length(), name, least)
                .isLessThanOrEqualTo(most);
    }
}
