package io.presencemedic.diagnosis.fact;

import io.presencemedic.cisco.LetterCase;
import java.util.List;

/**
 * Lines of a pasted log that mean something wherever they stand: alerts and traces that were copied along.
 *
 * @param lines the lines
 */
public record LogMessages(List<SourceLine> lines) {
    /** The alert that every restart of a node raises (D1.2). */
    public static final String REPLICATION_ALERT = "data monitor has detected that database replication";
    /** What XCP Config Manager's traces say when it cannot read its keys (C11). */
    public static final String BAD_PADDING = "badpaddingexception";
    /** The file that is missing then (C11). */
    public static final String OLD_KEYS = "oldkeys.txt";

    private static final int MOST = 10;

    public LogMessages {
        lines = List.copyOf(lines);
    }

    /** The remarks of a log; none where it holds none. */
    public static LogMessages of(List<SourceLine> log) {
        return new LogMessages(
                log.stream().filter(LogMessages::means).limit(MOST).toList());
    }

    private static boolean means(SourceLine line) {
        return says(line, REPLICATION_ALERT)
                || says(line, BAD_PADDING)
                || says(line, OLD_KEYS)
                || LogAlarm.in(line.text()).isPresent();
    }

    /** Whether a line holds the words, letter case aside. */
    public static boolean says(SourceLine line, String words) {
        return LetterCase.lower(line.text()).contains(words);
    }
}
