package io.presencemedic.schedule;

import io.presencemedic.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Why a run was not begun.
 *
 * @param code one of those below, or the code of the problem that its job was refused with
 * @param detail the same for a person
 * @param pause why the schedule rests from now on; null where it goes on
 */
record Missed(String code, String detail, Schedule.@Nullable Paused pause) {
    /** No process was there in time. */
    static final Missed TOO_LATE = new Missed("TOO_LATE", "no process was there to begin it in time", null);
    /** Changes may not be made now. */
    static final Missed OUTSIDE_WINDOW =
            new Missed("OUTSIDE_WINDOW", "no window was open when it could have begun", null);
    /** The run before has not ended. */
    static final Missed PREVIOUS_STILL_RUNNING =
            new Missed("PREVIOUS_STILL_RUNNING", "the job of the run before has not ended", null);
    /** The time zone is gone. */
    static final Missed TIME_ZONE_UNKNOWN = new Missed(
            "TIME_ZONE_UNKNOWN",
            "the time zone is not known any more; the schedule rests until it is changed",
            Schedule.Paused.TIME_ZONE_UNKNOWN);
    /** The owner's key or its grants are gone. */
    static final Missed OWNER_MAY_NOT = new Missed(
            "OWNER_MAY_NOT",
            "the owner's key is gone or may not do this any more; the schedule rests until somebody who may saves it",
            Schedule.Paused.OWNER_MAY_NOT);

    private static final String CLUSTER_UNKNOWN = "CLUSTER_UNKNOWN";

    /** The job was refused. */
    static Missed refused(Problem problem) {
        return new Missed(
                problem.code(),
                problem.detail(),
                problem.code().equals(CLUSTER_UNKNOWN) ? Schedule.Paused.CLUSTER_UNKNOWN : null);
    }
}
