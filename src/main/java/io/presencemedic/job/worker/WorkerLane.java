package io.presencemedic.job.worker;

import io.presencemedic.job.store.JobClaims;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for jobs of one kind; a thread exists only while there is work for it. */
final class WorkerLane {
    private final JobClaims.Lane kind;
    private final int most;
    private final ExecutorService threads;
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger names = new AtomicInteger();
    private long lookedAt = System.nanoTime();

    WorkerLane(JobClaims.Lane kind, int most) {
        this.kind = kind;
        this.most = most;
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
    }

    private Thread thread(Runnable work) {
        String name = kind == JobClaims.Lane.CHANGING ? "job-changing-" : "job-reading-";
        Thread thread = new Thread(work, name + names.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    JobClaims.Lane kind() {
        return kind;
    }

    /** How many more jobs it takes now. */
    int free() {
        return most - busy.get();
    }

    /** Whether a quarter of its threads, or more, have work. */
    boolean isBusy() {
        return 4 * busy.get() >= most;
    }

    /** When jobs for it were last looked for, in nanoseconds; known to the one thread that looks. */
    long lookedAt() {
        return lookedAt;
    }

    void lookedAt(long nanos) {
        lookedAt = nanos;
    }

    /** @param then what is done when it could take one more again */
    void execute(Runnable job, Runnable then) {
        busy.incrementAndGet();
        threads.execute(() -> {
            try {
                job.run();
            } finally {
                busy.decrementAndGet();
                then.run();
            }
        });
    }

    /** Nothing new is begun; what runs has lost its claim and ends by itself. */
    void stop() {
        threads.shutdown();
    }
}
