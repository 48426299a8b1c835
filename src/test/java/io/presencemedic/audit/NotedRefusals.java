package io.presencemedic.audit;

import io.quarkus.arc.Arc;

/** The refusals that the running service has noted and records when its window of ten seconds ends. */
public final class NotedRefusals {
    private NotedRefusals() {}

    /** Ends the window now: what was noted is recorded, and the next refusal is the first of its kind. */
    public static void record() {
        Arc.container().instance(Refusals.class).get().write();
    }
}
