package io.presencemedic.database;

import java.time.Duration;
import java.util.List;

/**
 * Something that a room keeps for a time only. Rooms produce one as a bean for each kind of thing.
 *
 * @param things what it is, as metrics and the log call it
 * @param age how long it is kept
 * @param removal a DELETE of the oldest rows: {@code $1} is the age in seconds, on the database's clock, and {@code $2}
 *     how many at most. What it deletes is chosen through an index.
 * @param tables the tables whose sizes tell whether this is enough
 */
public record Retention(String things, Duration age, String removal, List<String> tables) {
    public Retention {
        tables = List.copyOf(tables);
        if (age.isNegative() || age.isZero()) {
            throw new IllegalArgumentException(things + " must be kept for longer than " + age);
        }
    }
}
