package io.presencemedic.cisco.soap;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;

/** The time in which the wanted log files were written. */
public sealed interface LogPeriod {
    /** The shortest period that the platform can express and that reaches this far back; never more than 127 months. */
    static LogPeriod last(Duration time) {
        Unit unit = Arrays.stream(Unit.values())
                .filter(each -> each.countFor(time) <= Last.MOST)
                .findFirst()
                .orElse(Unit.MONTHS);
        return new Last((int) Math.min(Last.MOST, unit.countFor(time)), unit);
    }

    /**
     * From one moment to another, to the minutes around them.
     *
     * @param zone the node's own, by {@link GetTimeZone}
     */
    static LogPeriod between(Instant from, Instant to, PlatformZone zone) {
        return new Between(from, to, zone);
    }

    /**
     * Up to now.
     *
     * @param count 1 to 127
     */
    record Last(int count, Unit unit) implements LogPeriod {
        private static final int MOST = 127;

        public Last {
            if (count < 1 || count > MOST) {
                throw new IllegalArgumentException("the platform counts 1 to " + MOST + " " + unit.word());
            }
        }

        @Override
        public String toString() {
            return "last " + count + " " + unit.word().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * In the past.
     *
     * @param from its begin
     * @param to its end, after its begin
     * @param zone in which the platform is told
     */
    record Between(Instant from, Instant to, PlatformZone zone) implements LogPeriod {
        private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("MM/dd/yy hh:mm a", Locale.US);

        public Between {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("the period must begin before it ends");
            }
        }

        String fromText() {
            return FORM.withZone(zone.id()).format(from);
        }

        String toText() {
            Instant minute = to.truncatedTo(ChronoUnit.MINUTES);
            return FORM.withZone(zone.id()).format(minute.equals(to) ? to : minute.plus(1, ChronoUnit.MINUTES));
        }

        @Override
        public String toString() {
            return from + " to " + to;
        }
    }

    /** The units in which the platform counts back. */
    enum Unit {
        MINUTES("Minutes", Duration.ofMinutes(1)),
        HOURS("Hours", Duration.ofHours(1)),
        DAYS("Days", Duration.ofDays(1)),
        WEEKS("Weeks", Duration.ofDays(7)),
        MONTHS("Months", Duration.ofDays(28));

        private final String word;
        private final Duration length;

        Unit(String word, Duration length) {
            this.word = word;
            this.length = length;
        }

        String word() {
            return word;
        }

        private long countFor(Duration time) {
            return Math.max(1, -Math.floorDiv(-time.toSeconds(), length.toSeconds()));
        }
    }
}
