package io.presencemedic.job.view;

import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.LeftSwitchedOff;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.SentChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A job as a table for a person: a row for each line of its plan that was looked at or done, what it sent below it, and
 * the end. It fits a screen: no row is wider than {@value #WIDTH} columns.
 */
public final class JobTable {
    /** Columns of a screen. */
    public static final int WIDTH = 100;

    private static final int STEP = 33;
    private static final int TARGET = 35;
    private static final String INDENT = "     ";
    private static final int MOST_ENTRIES = 12;
    private static final int MOST_LISTED = 6;
    private static final int ROWS_OF_A_LINE = 2;
    private static final int ROWS_OF_A_FAILURE = 6;

    private JobTable() {}

    /**
     * The table as of now.
     *
     * @param state where it stands, which is not what the log says where its worker is dead
     */
    public static String of(JobHistory history, JobState state, Instant now) {
        StringBuilder text = new StringBuilder();
        for (LineHistory line : ShownLines.of(history)) {
            text.append(TextRows.cut(row(line, now), WIDTH)).append('\n');
            add(text, line.why(), ROWS_OF_A_LINE);
            entries(text, line);
        }
        int leftOut = ShownLines.leftOut(history);
        if (leftOut > 0) {
            text.append("%s%d more %s not needed or not reached%n"
                    .formatted(INDENT, leftOut, leftOut == 1 ? "line was" : "lines were"));
        }
        end(text, history, state);
        return text.toString();
    }

    private static String row(LineHistory line, Instant now) {
        return "%3d  %s %s %-10s %10s"
                .formatted(
                        line.number(),
                        TextRows.padded(line.step(), STEP),
                        TextRows.padded(line.target(), TARGET),
                        word(line),
                        elapsed(line, now))
                .stripTrailing();
    }

    /** A line that makes several changes has an entry for each. */
    private static void entries(StringBuilder text, LineHistory line) {
        List<SentChange> sent = line.changes().sent();
        if (sent.size() < 2) {
            return;
        }
        list(
                text,
                sent.stream()
                        .map(change -> change.node() + "> " + change.command()
                                + (change.code() == null ? "" : ": " + change.code()))
                        .toList(),
                MOST_ENTRIES);
    }

    private static void end(StringBuilder text, JobHistory history, JobState state) {
        text.append("state: %s%n".formatted(state));
        history.failure().ifPresent(failure -> {
            add(text, failure.code() + ": " + failure.detail(), ROWS_OF_A_FAILURE);
            list(
                    text,
                    failure.findings().stream()
                            .map(finding -> finding.item() + " " + finding.code() + ": " + finding.summary())
                            .toList(),
                    MOST_LISTED);
            list(
                    text,
                    failure.attempts().stream()
                            .map(tried -> "tried " + tried.runbook() + " on " + tried.target()
                                    + (tried.code() == null ? "" : ": " + tried.code()))
                            .toList(),
                    MOST_LISTED);
        });
        for (LeftSwitchedOff left : history.leftSwitchedOff()) {
            add(text, "STILL OFF: " + words(left) + " (" + left.why() + ")", ROWS_OF_A_LINE);
        }
    }

    private static String words(LeftSwitchedOff left) {
        return left.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " of " + left.subject();
    }

    private static void list(StringBuilder text, Collection<String> entries, int most) {
        entries.stream().limit(most).forEach(entry -> text.append(TextRows.cut(INDENT + "- " + entry, WIDTH))
                .append('\n'));
        if (entries.size() > most) {
            text.append("%s- and %d more%n".formatted(INDENT, entries.size() - most));
        }
    }

    private static void add(StringBuilder text, String words, int most) {
        TextRows.wrapped(words, WIDTH - INDENT.length(), most)
                .forEach(row -> text.append(INDENT).append(row).append('\n'));
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
