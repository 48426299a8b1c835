package io.presencemedic.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Something that does durable work. */
interface Contestant extends AutoCloseable {
    String name();

    /** The name of its database. */
    String database();

    /** Does so many jobs of so many steps, asked for by {@link #CALLERS} threads; returns when all have ended. */
    void run(int jobs, int steps) throws Exception;

    /** Milliseconds from asking for one job to its begin, one job after the other on an idle engine. */
    double[] pickUps(int jobs) throws Exception;

    @Override
    void close();

    /** How many threads ask, and work. */
    int CALLERS = 8;

    /** Calls from that many threads until all are called. */
    static void fromManyThreads(int calls, IntConsumer call) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                int number = i;
                sent.add(callers.submit(() -> call.accept(number)));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        } finally {
            callers.shutdown();
        }
    }
}
