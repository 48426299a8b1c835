package io.presencemedic.job;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

/** The one bridge from the blocking threads that run jobs to the reactive stores. */
final class Await {
    private Await() {}

    /** Waits for the result; never called on the event loop. */
    static <T> T result(Uni<T> uni) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> uni);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
