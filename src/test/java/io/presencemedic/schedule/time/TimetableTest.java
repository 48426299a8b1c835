package io.presencemedic.schedule.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideTheService
class TimetableTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Instant NEW_YEAR = Instant.parse("2030-01-01T00:00:00Z");

    private static CronTimes cron(String expression) {
        return CronTimes.parse(expression, ZURICH).orElseThrow();
    }

    private static Timetable always(String expression) {
        return new Timetable(cron(expression), List.of(), List.of());
    }

    private static ChangeWindow window(String from, String to, DayOfWeek... days) {
        Set<DayOfWeek> open = days.length == 0 ? EnumSet.allOf(DayOfWeek.class) : Set.of(days);
        return new ChangeWindow(open, LocalTime.parse(from), LocalTime.parse(to));
    }

    @Test
    void theTimesAreThoseOfTheTimeZone() {
        assertThat(always("30 6 * * *").next(NEW_YEAR, 2))
                .containsExactly(Instant.parse("2030-01-01T05:30:00Z"), Instant.parse("2030-01-02T05:30:00Z"));
        assertThat(always("30 6 * * *").next(Instant.parse("2030-07-01T00:00:00Z")))
                .contains(Instant.parse("2030-07-01T04:30:00Z"));
    }

    @Test
    void whatFallsIntoTheHourThatTheClocksSkipIsDueOnThatDayAllTheSame() {
        List<Instant> times = always("30 2 * * *").next(Instant.parse("2030-03-30T12:00:00Z"), 2);

        assertThat(times.get(0))
                .isBetween(Instant.parse("2030-03-31T01:00:00Z"), Instant.parse("2030-03-31T01:30:00Z"));
        assertThat(times.get(1)).isEqualTo(Instant.parse("2030-04-01T00:30:00Z"));
    }

    @Test
    void whatFallsIntoTheHourThatComesTwiceIsDueOnce() {
        assertThat(always("30 2 * * *").next(Instant.parse("2030-10-26T12:00:00Z"), 2))
                .element(1)
                .isEqualTo(Instant.parse("2030-10-28T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 32 * *",
                "* * * 13 *",
                "a b c d e",
                "*/0 * * * *",
                "5-1-2 * * * *"
            })
    void nonsenseIsNoCron(String expression) {
        assertThat(CronTimes.parse(expression, ZURICH)).isEmpty();
    }

    @Test
    void aDayThatNeverComesHasNoTime() {
        assertThat(always("0 6 30 2 *").next(NEW_YEAR)).isEmpty();
    }

    @Test
    void onlyTimesInAWindowCount() {
        Timetable nights =
                new Timetable(cron("0 * * * *"), List.of(window("22:00", "00:30", DayOfWeek.SATURDAY)), List.of());

        assertThat(nights.next(NEW_YEAR, 4))
                .containsExactly(
                        Instant.parse("2030-01-05T21:00:00Z"),
                        Instant.parse("2030-01-05T22:00:00Z"),
                        Instant.parse("2030-01-05T23:00:00Z"),
                        Instant.parse("2030-01-12T21:00:00Z"));
    }

    @Test
    void aWindowThatNoRunFallsIntoNeverOpens() {
        Timetable never = new Timetable(cron("0 12 * * *"), List.of(window("22:00", "04:00")), List.of());

        assertThat(never.next(NEW_YEAR)).isEmpty();
        assertThat(new Timetable(cron("0 23 * * 1"), List.of(window("22:00", "04:00", DayOfWeek.SUNDAY)), List.of())
                        .next(NEW_YEAR))
                .isEmpty();
    }

    @Test
    void aBlackoutWinsOverAWindow() {
        Instant until = Instant.parse("2030-01-10T00:00:00Z");
        Timetable table = new Timetable(
                cron("* * * * *"),
                List.of(window("00:00", "23:59")),
                List.of(new Blackout(NEW_YEAR, until, "year's end")));

        assertThat(table.isOpen(NEW_YEAR.plusSeconds(60))).isFalse();
        assertThat(table.next(NEW_YEAR)).contains(until);
    }

    @Test
    void aWindowIsClosedAtItsEnd() {
        ChangeWindow window = window("22:00", "04:00", DayOfWeek.SATURDAY);

        assertThat(window.isOpen(Instant.parse("2030-01-05T21:00:00Z"), ZURICH)).isTrue();
        assertThat(window.isOpen(Instant.parse("2030-01-06T02:59:59Z"), ZURICH)).isTrue();
        assertThat(window.isOpen(Instant.parse("2030-01-06T03:00:00Z"), ZURICH)).isFalse();
        assertThat(window.isOpen(Instant.parse("2030-01-06T21:30:00Z"), ZURICH)).isFalse();
    }

    @Test
    void missedTimesAreCountedUpToAThousand() {
        Instant first = Instant.parse("2030-01-01T05:30:00Z");

        assertThat(always("30 6 * * *").count(first, Instant.parse("2030-01-10T05:30:00Z")))
                .isEqualTo(10);
        assertThat(always("* * * * *").count(first, Instant.parse("2031-01-01T00:00:00Z")))
                .isEqualTo(1000);
    }
}
