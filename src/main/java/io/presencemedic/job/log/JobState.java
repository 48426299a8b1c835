package io.presencemedic.job.log;

/** Where a job stands. */
public enum JobState {
    QUEUED,
    RUNNING,
    WAITING,
    AWAITING_APPROVAL,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    NEEDS_ATTENTION;

    /** The state of a job whose worker has gone: nobody runs it until another takes it up. */
    public JobState leftAlone() {
        return this == RUNNING ? QUEUED : this;
    }

    /** Whether nothing more happens unless an operator asks for it. */
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING, WAITING, AWAITING_APPROVAL -> false;
            case SUCCEEDED, FAILED, CANCELLED, NEEDS_ATTENTION -> true;
        };
    }
}
