package io.presencemedic.simulator.model;

/** The states of a node in a redundancy group, with the words of {@code utils ha status}. */
public enum HaState {
    UNKNOWN("Unknown"),
    INITIALIZING("Initializing"),
    NORMAL("Normal"),
    TAKING_OVER("Taking Over"),
    FAILING_OVER("Failing Over"),
    RUNNING_IN_BACKUP_MODE("Running in Backup Mode"),
    FAILED_OVER("Failed Over"),
    FAILED_OVER_WITH_CRITICAL_SERVICES_NOT_RUNNING("Failed Over with Critical Services not Running"),
    FAILED("Failed");

    private final String word;

    HaState(String word) {
        this.word = word;
    }

    /** The platform's words. */
    public String word() {
        return word;
    }
}
