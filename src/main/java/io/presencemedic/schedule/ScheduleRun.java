package io.presencemedic.schedule;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What has become of one time of a schedule.
 *
 * @param plannedAt when it was due
 * @param job the job that was begun; null where none was
 * @param code why none was; null where one was or may still be
 * @param detail the same for a person
 * @param missed how many times in a row were missed, this one included; 0 where none was
 * @param askedBy who asked for it out of turn; null for a time of the timetable
 */
@Schema(description = "What has become of one time of a schedule.")
record ScheduleRun(
        Instant plannedAt,
        State state,
        @Nullable UUID job,
        @Nullable String code,
        @Nullable String detail,
        int missed,
        @Nullable String askedBy) {
    /** How far it has come. */
    @Schema(name = "ScheduleRunState")
    enum State {
        /** Its job is about to be asked for. */
        DUE,
        /** Its job was begun. */
        STARTED,
        /** It was not begun. */
        MISSED
    }

    static ScheduleRun of(ScheduleRunRow row) {
        return new ScheduleRun(row.plannedAt, row.state, row.job, row.code, row.detail, row.missed, row.askedBy);
    }

    /** A run that somebody asked for out of turn. */
    static ScheduleRun asked(Instant now, UUID job, RunRequest said, String by) {
        return new ScheduleRun(now, State.STARTED, job, null, said.reason(), 0, by);
    }
}
