package io.presencemedic.cisco;

import org.jspecify.annotations.Nullable;

/**
 * The last check or synchronisation of the replicated tables.
 *
 * @param kind what was done
 * @param state whether it has ended
 * @param at when it began or ended, as printed; null where it is not given
 * @param fault what was said of errors or differences, in whatever state; null where nothing was
 * @param clean whether it has ended, reached every table and found neither error nor difference
 */
public record ReplicationCheck(
        Kind kind,
        State state,
        @Nullable String at,
        @Nullable String fault,
        boolean clean) {
    /** What was done with the tables. */
    public enum Kind {
        BROADCAST_SYNC,
        STATUS,
        REPAIR,
        OTHER
    }

    /** Whether it has ended. */
    public enum State {
        IN_PROGRESS,
        COMPLETED,
        UNKNOWN
    }
}
