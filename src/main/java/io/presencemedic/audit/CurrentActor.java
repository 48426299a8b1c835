package io.presencemedic.audit;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;

/** Who is behind the request that is being answered; it follows the request through the database and back. */
public final class CurrentActor {
    private static final String KEY = CurrentActor.class.getName();

    private CurrentActor() {}

    /** Remembers who asks, until the request is answered. Does nothing outside of a request. */
    public static void enter(Actor actor) {
        if (VertxContext.isOnDuplicatedContext()) {
            ContextLocals.put(KEY, actor);
        }
    }

    /** Who asks; the service itself where nobody does. */
    public static Actor get() {
        return VertxContext.isOnDuplicatedContext()
                ? ContextLocals.<Actor>get(KEY).orElse(Actor.SERVICE)
                : Actor.SERVICE;
    }
}
