package io.presencemedic.runbook;

/**
 * Something that is switched off and has to come back.
 *
 * @param kind what is switched off
 * @param subject whose: the redundancy group's name, or the node's
 */
public record Hold(HoldKind kind, String subject) {
    /** Code of a line that found switched on by somebody else what its job had switched off. */
    public static final String SWITCHED_ON_BY_OTHERS = "SWITCHED_ON_BY_OTHERS";

    /** High availability of a group. */
    public static Hold highAvailability(String group) {
        return new Hold(HoldKind.HIGH_AVAILABILITY, group);
    }

    /** The replication-sync monitor of a node. */
    public static Hold replicationSyncMonitor(String node) {
        return new Hold(HoldKind.REPLICATION_SYNC_MONITOR, node);
    }

    /** For sentences: what is off. */
    public String words() {
        return switch (kind) {
            case HIGH_AVAILABILITY -> "high availability of group " + subject;
            case REPLICATION_SYNC_MONITOR -> "the replication-sync monitor of node " + subject;
        };
    }
}
