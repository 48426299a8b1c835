package io.presencemedic.simulator.model;

/** Why a node of a redundancy group is in its state, with the words of {@code utils ha status}. */
public enum HaReason {
    NORMAL("Normal"),
    ON_ADMIN_REQUEST("On Admin Request"),
    INITIALIZATION("Initialization"),
    AUTOMATIC_FALLBACK("Automatic Fallback"),
    CRITICAL_SERVICE_DOWN("Critical Service Down"),
    DATABASE_FAILURE("Database Failure"),
    START_OF_CRITICAL_SERVICES_FAILED("Start of Critical Services Failed"),
    PEER_DOWN("Peer Down"),
    PEER_REBOOT("Peer Reboot"),
    AUTO_RECOVER_CRITICAL_SERVICE_DOWN("Auto Recover Critical Service Down"),
    UNKNOWN("Unknown"),
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
