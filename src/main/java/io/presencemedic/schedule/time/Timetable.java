package io.presencemedic.schedule.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The times of a schedule: those of its cron expression that fall into a window, where it has windows, and into no
 * blackout.
 *
 * @param cron its expression in its time zone
 * @param windows when changes may be made; empty for always
 * @param blackouts when they may not
 */
public record Timetable(CronTimes cron, List<ChangeWindow> windows, List<Blackout> blackouts) {
    /** What does not happen within so long a time, never happens. */
    private static final Duration HORIZON = Duration.ofDays(5 * 366L);

    private static final int MOST_STEPS = 4_000;

    public Timetable {
        windows = List.copyOf(windows);
        blackouts = List.copyOf(blackouts);
    }

    /** Whether a change may be made at that time. */
    public boolean isOpen(Instant time) {
        return isInWindow(time) && blackouts.stream().noneMatch(each -> each.covers(time));
    }

    private boolean isInWindow(Instant time) {
        ZoneId zone = cron.zone();
        return windows.isEmpty() || windows.stream().anyMatch(each -> each.isOpen(time, zone));
    }

    /** The first time after that; empty where there is none within five years. */
    public Optional<Instant> next(Instant after) {
        Instant end = after.plus(HORIZON);
        Optional<Instant> found = cron.next(after);
        for (int step = 0; step < MOST_STEPS && found.isPresent() && found.get().isBefore(end); step++) {
            Instant time = found.get();
            if (isOpen(time)) {
                return found;
            }
            found = cron.next(beforeItOpens(time));
        }
        return Optional.empty();
    }

    /** A time between this one, at which it is closed, and the next at which it may be open. */
    private Instant beforeItOpens(Instant time) {
        Optional<Instant> endOfBlackout = blackouts.stream()
                .filter(each -> each.covers(time))
                .map(Blackout::until)
                .max(Comparator.naturalOrder());
        if (endOfBlackout.isPresent()) {
            return endOfBlackout.get().minusMillis(1);
        }
        return windows.stream()
                .map(each -> each.nextOpening(time, cron.zone()))
                .min(Comparator.naturalOrder())
                .orElse(time)
                .minusMillis(1);
    }

    /** The next times after that, at most so many. */
    public List<Instant> next(Instant after, int most) {
        List<Instant> times = new ArrayList<>();
        Optional<Instant> time = next(after);
        while (time.isPresent() && times.size() < most) {
            times.add(time.get());
            time = next(time.get());
        }
        return times;
    }

    /** How many times there are from the first to the second, both included; counted up to a thousand. */
    public int count(Instant first, Instant last) {
        int count = 0;
        Optional<Instant> time = Optional.of(first);
        while (count < 1_000 && time.isPresent() && !time.get().isAfter(last)) {
            count++;
            time = next(time.get());
        }
        return count;
    }
}
