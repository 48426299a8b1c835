package io.presencemedic.schedule;

import io.presencemedic.http.FieldError;
import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.schedule.time.Blackout;
import io.presencemedic.schedule.time.ChangeWindow;
import io.presencemedic.schedule.time.CronTimes;
import io.presencemedic.schedule.time.Timetable;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads when a schedule is due, and says of every part that makes no sense which one and why. */
final class TimetableReader {
    private TimetableReader() {}

    /** The region of that name, where this Java runtime still knows it. */
    static Optional<ZoneId> zone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    /**
     * Reads a caller's schedule; takes some milliseconds of work.
     *
     * @return its next times
     * @throws ProblemException 422 where it can never be due
     */
    static List<Instant> require(ScheduleDocument document, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        Optional<ZoneId> zone = zone(document.timeZone());
        if (zone.isEmpty()) {
            errors.add(new FieldError(
                    "timeZone", "is not a region of the time zone database, such as Europe/Zurich or UTC"));
        }
        Optional<CronTimes> cron = CronTimes.parse(document.cron(), zone.orElse(ZoneId.of("UTC")));
        if (cron.isEmpty()) {
            errors.add(
                    new FieldError(
                            "cron",
                            "is not a cron expression of five fields: minute, hour, day of month, month, day of week, as in 30 6 * * 1-5"));
        }
        errors.addAll(purpose(document));
        errors.addAll(windows(document));
        if (!errors.isEmpty() || cron.isEmpty()) {
            throw senseless(errors);
        }
        return requireTimes(of(cron.get(), document.windowsOrNone(), document.blackoutsOrNone()), now);
    }

    static Timetable of(CronTimes cron, List<ScheduleDocument.Window> windows, List<ScheduleDocument.Pause> blackouts) {
        return new Timetable(
                cron,
                windows.stream()
                        .map(each ->
                                new ChangeWindow(each.days(), LocalTime.parse(each.from()), LocalTime.parse(each.to())))
                        .toList(),
                blackouts.stream()
                        .map(each -> new Blackout(each.from(), each.until(), each.reason()))
                        .toList());
    }

    private static List<FieldError> purpose(ScheduleDocument document) {
        if (!Purpose.isOne(document.runbook())) {
            return List.of(new FieldError("runbook", "must be diagnosis or recover: no other one runs by itself"));
        }
        boolean plansADiagnosis =
                RunbookName.DIAGNOSIS.is(document.runbook()) && document.modeOrDefault() == JobMode.PLAN;
        return plansADiagnosis
                ? List.of(new FieldError("mode", "is for recover alone: a diagnosis changes nothing in any case"))
                : List.of();
    }

    private static List<FieldError> windows(ScheduleDocument document) {
        List<FieldError> errors = new ArrayList<>();
        boolean changes = Purpose.changes(document.runbook(), document.modeOrDefault());
        if (!changes && !document.windowsOrNone().isEmpty()) {
            errors.add(new FieldError("windows", "are for recover with EXECUTE alone: the others change nothing"));
        }
        if (!changes && !document.blackoutsOrNone().isEmpty()) {
            errors.add(new FieldError("blackouts", "are for recover with EXECUTE alone: the others change nothing"));
        }
        for (int i = 0; i < document.windowsOrNone().size(); i++) {
            ScheduleDocument.Window window = document.windowsOrNone().get(i);
            if (window.from().equals(window.to())) {
                errors.add(new FieldError(
                        "windows[" + i + "].to",
                        "must not be the same as from; leave windows out to allow every time"));
            }
        }
        for (int i = 0; i < document.blackoutsOrNone().size(); i++) {
            ScheduleDocument.Pause blackout = document.blackoutsOrNone().get(i);
            if (!blackout.until().isAfter(blackout.from())) {
                errors.add(new FieldError("blackouts[" + i + "].until", "must be later than from"));
            }
        }
        return errors;
    }

    private static List<Instant> requireTimes(Timetable table, Instant now) {
        if (table.cron().next(now).isEmpty()) {
            throw senseless(List.of(new FieldError("cron", "names a day that never comes")));
        }
        List<Instant> times = table.next(now, Schedule.SHOWN);
        if (times.isEmpty()) {
            String field = table.windows().isEmpty() ? "blackouts" : "windows";
            throw senseless(List.of(new FieldError(
                    field, "leave no time of the cron expression within the next five years: it would never run")));
        }
        return times;
    }

    private static ProblemException senseless(List<FieldError> errors) {
        Problem problem = Problem.of(
                422,
                "SCHEDULE_INVALID",
                "The schedule was refused and nothing was changed. Correct: "
                        + String.join(
                                ", ",
                                errors.stream()
                                        .map(FieldError::field)
                                        .distinct()
                                        .toList())
                        + ".");
        for (FieldError error : errors) {
            problem = problem.error(error.field(), error.message());
        }
        return problem.exception();
    }
}
