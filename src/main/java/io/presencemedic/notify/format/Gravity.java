package io.presencemedic.notify.format;

/** How grave an event is, with ServiceNow's number of it (Event Management, table em_event, field severity). */
public enum Gravity {
    /** What was wrong is over. */
    CLEAR(0),
    /** At once. */
    CRITICAL(1),
    /** Serious. */
    MAJOR(2),
    /** Partial. */
    MINOR(3),
    /** Attention is wanted before something breaks. */
    WARNING(4),
    /** Worth knowing. */
    INFO(5);

    private final int severity;

    Gravity(int severity) {
        this.severity = severity;
    }

    int severity() {
        return severity;
    }
}
