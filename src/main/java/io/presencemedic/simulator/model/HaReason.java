package io.presencemedic.simulator.model;

/** Why a node of a redundancy group is in its state, with the words of {@code utils ha status}. */
public enum HaReason {
    NORMAL("Normal"),
    ON_ADMIN_REQUEST("On Admin Request"),
    INITIALIZATION("Initialization"),
    CRITICAL_SERVICE_DOWN("Critical Service Down"),
    NOT_ENABLED("High Availability Not Enabled");

    private final String word;

    HaReason(String word) {
        this.word = word;
    }

    /** The platform's words. */
    public String word() {
        return word;
    }
}
