package io.presencemedic.runbook;

/** What a procedure may switch off for a while. */
public enum HoldKind {
    /** High availability of a presence redundancy group. */
    HIGH_AVAILABILITY,
    /** The replication-sync monitor of an IM and Presence node. */
    REPLICATION_SYNC_MONITOR
}
