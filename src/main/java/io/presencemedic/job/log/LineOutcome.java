package io.presencemedic.job.log;

/** How a line of a plan ended. */
public enum LineOutcome {
    /** The goal was already reached when the line began. */
    ALREADY_SO,
    /** The goal was reached by the line; in a plan: it would be changed. */
    CHANGED,
    /** As things are the step must not be done. */
    REFUSED,
    /** The goal was not reached within the line's patience. */
    TIMED_OUT,
    /** The goal cannot be reached. */
    FAILED,
    /** The line was given up because the job was cancelled. */
    CANCELLED,
    /** The line was not needed or not reached. */
    SKIPPED;

    /** Whether the line's goal is not reached although it was tried. */
    public boolean isFailure() {
        return switch (this) {
            case REFUSED, TIMED_OUT, FAILED -> true;
            case ALREADY_SO, CHANGED, CANCELLED, SKIPPED -> false;
        };
    }

    /** Whether the line's goal is reached. */
    public boolean isReached() {
        return this == ALREADY_SO || this == CHANGED;
    }
}
