package io.presencemedic.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** A job as a table for a person: one row for each line of its plan. */
final class JobTable {
    private JobTable() {}

    /** The table as of now. */
    static String of(JobHistory history, Instant now) {
        StringBuilder text = new StringBuilder();
        int steps = width(history, true);
        int targets = width(history, false);
        String row = "%3d  %-" + steps + "s  %-" + targets + "s  %-10s  %7s  %s%n";
        for (LineHistory line : history.lines()) {
            text.append(row.formatted(
                    line.number(), line.step(), line.target(), word(line), elapsed(line, now), line.why()));
        }
        text.append("state: %s%n".formatted(history.state()));
        return text.toString();
    }

    private static int width(JobHistory history, boolean steps) {
        return history.lines().stream()
                .mapToInt(line -> (steps ? line.step() : line.target()).length())
                .max()
                .orElse(1);
    }

    private static String word(LineHistory line) {
        if (line.outcome() != null) {
            return line.outcome().name();
        }
        return line.begunAt() == null ? "" : "…";
    }

    private static String elapsed(LineHistory line, Instant now) {
        if (line.begunAt() == null) {
            return "";
        }
        Instant end = Objects.requireNonNullElse(line.finishedAt(), now);
        long millis = Math.max(0, Duration.between(line.begunAt(), end).toMillis());
        return "%.1f s".formatted(millis / 1000.0);
    }
}
