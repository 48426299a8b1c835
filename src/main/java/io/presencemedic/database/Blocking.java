package io.presencemedic.database;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** The only bridge from ordinary blocking Java to the stores. Never called on an event loop. */
public final class Blocking {
    private Blocking() {}

    /**
     * Waits for what a store does, but not for ever.
     *
     * @throws io.smallrye.mutiny.TimeoutException where it takes longer
     */
    public static <T> T await(Uni<T> work, Duration patience) {
        return await(work.ifNoItem().after(patience).fail());
    }

    /** Waits for what a store does; it runs on an event loop. */
    public static <T> T await(Uni<T> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
