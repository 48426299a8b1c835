package io.presencemedic.schedule.time;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The times of a cron expression of five fields (minute, hour, day of month, month, day of week) in a time zone. Where
 * clocks are put forward, what falls into the gap is due behind it; where they are put back, what comes twice is due
 * once.
 */
public final class CronTimes {
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    private final ExecutionTime times;
    private final ZoneId zone;

    private CronTimes(Cron cron, ZoneId zone) {
        this.times = ExecutionTime.forCron(cron);
        this.zone = zone;
    }

    /** Reads an expression; empty where it is none. */
    public static Optional<CronTimes> parse(String expression, ZoneId zone) {
        try {
            return Optional.of(new CronTimes(PARSER.parse(expression).validate(), zone));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    ZoneId zone() {
        return zone;
    }

    /** The first time after that; empty where there is none at all. */
    public Optional<Instant> next(Instant after) {
        Optional<LocalDateTime> local = nextOnTheClock(after.atZone(zone).toLocalDateTime());
        while (local.isPresent() && !instant(local.get()).isAfter(after)) {
            local = nextOnTheClock(local.get());
        }
        return local.map(this::instant);
    }

    /** On a clock that nobody puts forward or back, because the library passes over the days on which somebody does. */
    private Optional<LocalDateTime> nextOnTheClock(LocalDateTime after) {
        return times.nextExecution(after.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
    }

    private Instant instant(LocalDateTime local) {
        return ZonedDateTime.of(local, zone).toInstant();
    }
}
