package io.presencemedic.database;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** The only bridge from ordinary blocking Java to the stores. Never called on an event loop. */
public final class Blocking {
    private Blocking() {}

    /**
     * Waits for what a store does.
     *
     * @param work makes the work; called on an event loop
     */
    public static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
