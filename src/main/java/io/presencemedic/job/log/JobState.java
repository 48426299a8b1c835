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

    /** Whether nothing more happens unless an operator asks for it. */
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING, WAITING, AWAITING_APPROVAL -> false;
            case SUCCEEDED, FAILED, CANCELLED, NEEDS_ATTENTION -> true;
        };
    }
}
