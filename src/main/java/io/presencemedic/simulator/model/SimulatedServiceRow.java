package io.presencemedic.simulator.model;

import io.presencemedic.cisco.service.ServiceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service of a node, as it is at the model's present moment. */
public final class SimulatedServiceRow {
    String name = "";
    boolean activated = true;
    ServiceState state = ServiceState.STARTED;

    @Nullable
    ServiceNote note;

    Instant since = Instant.EPOCH;
    /** When the transition that is under way ends; null while none is, or while it is being held. */
    @Nullable
    Instant due;

    boolean startsAgain;
    /** Whether the start that is under way is going to fail. */
    boolean doomed;
    /** Whether the start that is under way is part of a restart. */
    boolean byRestart;
    /** Whether it starts as soon as it is activated. */
    boolean startsWhenActivated = true;
    /** When a restart was commanded the last time. */
    Instant restartedAt = Instant.EPOCH;

    List<StartBlocker> blockades = new ArrayList<>();

    /** The name as the platform spells it. */
    public String name() {
        return name;
    }

    /** STARTED, STARTING, STOPPED or STOPPING. */
    public ServiceState state() {
        return state;
    }

    /** Why it is not started; null where the platform says nothing. */
    public @Nullable ServiceNote note() {
        return note;
    }

    /** Whether it was activated; always true for services that need not be. */
    public boolean activated() {
        return activated;
    }

    /** When it came into its state. */
    public Instant since() {
        return since;
    }

    boolean is(ServiceState asked) {
        return state == asked;
    }

    void become(ServiceState next, @Nullable ServiceNote why, Instant at) {
        state = next;
        note = why;
        since = at;
        due = null;
    }
}
