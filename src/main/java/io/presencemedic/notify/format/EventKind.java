package io.presencemedic.notify.format;

/** What an endpoint may ask to be told. */
public enum EventKind {
    /** A job ended, however. */
    JOB_FINISHED("job.finished"),
    /** A job ended and a person has to see to it. */
    JOB_NEEDS_ATTENTION("job.needs-attention"),
    /** A job waits for a person's decision. */
    APPROVAL_WANTED("job.approval-wanted"),
    /** A job ended and something is still switched off. */
    LEFT_SWITCHED_OFF("job.left-switched-off"),
    /** A diagnosis found what the one before did not. */
    FINDING_NEW("finding.new"),
    /** A diagnosis did not find any more what the one before found. */
    FINDING_GONE("finding.gone"),
    /** A schedule could not do at its time what it is for. */
    SCHEDULE_MISSED("schedule.missed"),
    /** The audit log's head, told at intervals so that it is kept outside of the database. */
    AUDIT_ANCHORED("audit.anchored"),
    /** A test that an administrator asked for; every endpoint takes it. */
    PING("ping");

    private final String type;

    EventKind(String type) {
        this.type = type;
    }

    /** The name in the formats of others, hierarchical with full stops. */
    public String type() {
        return type;
    }
}
