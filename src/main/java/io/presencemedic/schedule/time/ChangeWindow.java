package io.presencemedic.schedule.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * When changes may be made, week by week.
 *
 * @param days on which it opens
 * @param from when it opens, on the clock of the time zone
 * @param to when it closes; on the next day where that is not after {@code from}
 */
public record ChangeWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    private static final int WEEK = 7;

    public ChangeWindow {
        days = Set.copyOf(days);
    }

    /** Whether it is open at that time. */
    public boolean isOpen(Instant time, ZoneId zone) {
        LocalDate day = time.atZone(zone).toLocalDate();
        return isOpenFrom(day, time, zone) || isOpenFrom(day.minusDays(1), time, zone);
    }

    private boolean isOpenFrom(LocalDate day, Instant time, ZoneId zone) {
        return days.contains(day.getDayOfWeek())
                && !time.isBefore(opening(day, zone))
                && time.isBefore(closing(day, zone));
    }

    private Instant opening(LocalDate day, ZoneId zone) {
        return ZonedDateTime.of(day, from, zone).toInstant();
    }

    private Instant closing(LocalDate day, ZoneId zone) {
        return ZonedDateTime.of(to.isAfter(from) ? day : day.plusDays(1), to, zone)
                .toInstant();
    }

    /** When it opens next after that time. */
    Instant nextOpening(Instant after, ZoneId zone) {
        LocalDate day = after.atZone(zone).toLocalDate();
        return IntStream.rangeClosed(0, WEEK + 1)
                .mapToObj(day::plusDays)
                .filter(each -> days.contains(each.getDayOfWeek()))
                .map(each -> opening(each, zone))
                .filter(opening -> opening.isAfter(after))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
