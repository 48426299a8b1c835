package io.presencemedic.schedule;

/** Why a run was not begun, where no refusal of its job says so. */
enum Missed {
    /** No process was there in time. */
    TOO_LATE("no process was there to begin it in time"),
    /** The time zone is gone. */
    TIME_ZONE_UNKNOWN("the time zone is not known any more; the schedule rests until it is changed"),
    /** Changes may not be made now. */
    OUTSIDE_WINDOW("no window was open when it could have begun"),
    /** The run before has not ended. */
    PREVIOUS_STILL_RUNNING("the job of the run before has not ended"),
    /** The owner's rights are gone. */
    OWNER_MAY_NOT("the schedule's owner may not run jobs any more; somebody who may has to save the schedule");

    private final String words;

    Missed(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
