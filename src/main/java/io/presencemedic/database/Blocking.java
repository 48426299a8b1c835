package io.presencemedic.database;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** The only bridge from ordinary blocking Java to the stores. Never called on an event loop. Nothing waits for ever. */
public final class Blocking {
    /** How long a store may take where nobody says otherwise: longer than any statement may. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private Blocking() {}

    /**
     * Waits for what a store does, at most {@link #PATIENCE}; it runs on an event loop.
     *
     * @throws TimeoutException where it takes longer
     */
    public static <T> T await(Uni<T> work) {
        return await(work, PATIENCE);
    }

    /**
     * Waits for what a store does, but not for ever.
     *
     * @throws TimeoutException where it takes longer
     */
    public static <T> T await(Uni<T> work, Duration patience) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> work.ifNoItem().after(patience).fail());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Waits for what a database client does, but not for ever.
     *
     * @throws TimeoutException where it takes longer
     */
    public static <T> T await(Future<T> work, Duration patience) {
        try {
            return work.toCompletionStage().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
        }
    }
}
