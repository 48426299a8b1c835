package io.presencemedic.schedule;

import io.presencemedic.schedule.time.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a time that has come means.
 *
 * @param schedule the schedule as it was seen
 * @param plannedAt the time
 * @param missed why it is not begun; null where it is
 * @param times how many times were missed, this one included; 0 where none was
 * @param next when it is due next; empty where its time zone is not known any more
 */
record Turn(
        ScheduleRow schedule, Instant plannedAt, @Nullable Missed missed, int times, Optional<List<Instant>> next) {
    /**
     * Sees what to do with a schedule that is due. However late it is, what was missed is told once, and at most one
     * run is begun.
     *
     * @param grace how late a run may begin
     */
    static Turn of(ScheduleRow due, Instant now, Duration grace) {
        Instant planned = Objects.requireNonNull(due.nextAt);
        Optional<Timetable> table = due.timetable();
        if (table.isEmpty()) {
            return new Turn(due, planned, Missed.TIME_ZONE_UNKNOWN, 1, Optional.empty());
        }
        Optional<List<Instant>> next =
                Optional.of(table.get().next(now.isAfter(planned) ? now : planned, Schedule.SHOWN));
        return planned.plus(grace).isBefore(now)
                ? new Turn(due, planned, Missed.TOO_LATE, table.get().count(planned, now), next)
                : new Turn(due, planned, null, 0, next);
    }
}
