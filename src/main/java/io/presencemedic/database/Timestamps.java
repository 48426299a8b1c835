package io.presencemedic.database;

import java.time.Instant;

/** Moments with a meaning of their own in columns and comparisons. */
public final class Timestamps {
    /** Later than all that happens. PostgreSQL's {@code infinity} says the same, but no {@link Instant} can hold it. */
    public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private Timestamps() {}
}
