package io.presencemedic.diagnosis.analysis;

import io.presencemedic.diagnosis.paste.ReadingBudget;
import io.presencemedic.http.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Reads few logs at once, on threads that nothing else needs: whoever pastes many megabytes waits for himself. Each
 * reading has a budget, and ends with its caller.
 */
@ApplicationScoped
class AnalysisThreads {
    private static final int THREADS = 2;
    private static final int WAITING = 16;
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), AnalysisThreads::thread);

    /**
     * A reading that was begun, or waits for its turn.
     *
     * @param result what it leads to
     */
    record Running<T>(CompletableFuture<T> result) {
        /** Ends the reading, since nobody waits for it any more. */
        void cancel() {
            result.cancel(false);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "analysis");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins a reading as soon as a thread is free.
     *
     * @param work what to do within the budget
     * @throws io.presencemedic.http.ProblemException 503 where too many wait already
     */
    <T> Running<T> begin(Function<ReadingBudget, T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            threads.execute(() -> run(work, result));
        } catch (RejectedExecutionException full) {
            throw Problem.of(503, "ANALYSES_BUSY", "Too many logs are being read at the moment. Try again soon.")
                    .retryAfter(RETRY)
                    .exception();
        }
        return new Running<>(result);
    }

    private static <T> void run(Function<ReadingBudget, T> work, CompletableFuture<T> result) {
        if (result.isDone()) {
            return;
        }
        ReadingBudget budget = new ReadingBudget(TIME);
        CompletableFuture<T> ignored = result.whenComplete((value, failure) -> budget.cancel());
        try {
            result.complete(work.apply(budget));
        } catch (RuntimeException | StackOverflowError failed) {
            result.completeExceptionally(failed);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
