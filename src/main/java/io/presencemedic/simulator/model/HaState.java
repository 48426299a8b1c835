package io.presencemedic.simulator.model;

/** The states of a node in a redundancy group, with the words of {@code utils ha status} and the database's numbers. */
public enum HaState {
    UNKNOWN("Unknown", 0),
    INITIALIZING("Initializing", 1),
    IDLE("Idle", 2),
    NORMAL("Normal", 3),
    RUNNING_IN_BACKUP_MODE("Running in Backup Mode", 4),
    TAKING_OVER("Taking Over", 5),
    TAKING_BACK("Taking Back", 6),
    FAILING_OVER("Failing Over", 7),
    FAILED_OVER("Failed Over", 8),
    FAILED_OVER_WITH_CRITICAL_SERVICES_NOT_RUNNING("Failed Over with Critical Services not Running", 9),
    FALLING_BACK("Falling Back", 10),
    FAILED("Failed", 11);

    private final String word;
    private final int number;

    HaState(String word, int number) {
        this.word = word;
        this.number = number;
    }

    /** The platform's words. */
    public String word() {
        return word;
    }

    /** The number by which the database and the performance counter {@code SRMState} call it. */
    public int number() {
        return number;
    }

    /** Whether the peer serves the node's users. */
    boolean isFailedOver() {
        return this == FAILED_OVER || this == FAILED_OVER_WITH_CRITICAL_SERVICES_NOT_RUNNING || this == IDLE;
    }

    /** Whether the node serves users, so that its critical services are watched. */
    boolean serves() {
        return this == NORMAL || this == RUNNING_IN_BACKUP_MODE;
    }
}
