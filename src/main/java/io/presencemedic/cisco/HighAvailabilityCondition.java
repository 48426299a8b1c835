package io.presencemedic.cisco;

/** What the states of its nodes make of a redundancy group (C3, F). */
public enum HighAvailabilityCondition {
    /** A node says that high availability is not enabled. */
    OFF,
    /** A node is on its way between two states: nothing is changed until that ends. */
    IN_TRANSITION,
    /** A node has failed: it serves nobody and backs nobody up. */
    FAILED,
    /** A node has failed over; its peer serves its users. */
    FAILED_OVER,
    /** A node is idle: its critical services are stopped (F4). */
    IDLE,
    /** A node does not tell its state although high availability is on, or may be (F5). */
    UNKNOWN,
    /** A node runs in backup mode, and its peer says nothing of a failover. */
    BACKUP_WITHOUT_FAILOVER,
    /** Every node is in the state Normal. */
    NORMAL;

    /** Whether high availability is on and does not do what it is for. */
    public boolean isFault() {
        return switch (this) {
            case FAILED, FAILED_OVER, IDLE, UNKNOWN, BACKUP_WITHOUT_FAILOVER -> true;
            case OFF, IN_TRANSITION, NORMAL -> false;
        };
    }
}
