package io.presencemedic.job.view;

import io.presencemedic.job.log.Chapters;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.runbook.Restoring;
import java.util.List;

/** The lines of a plan that a person wants to see: what is looked at or done, not what came to nothing. */
final class ShownLines {
    private ShownLines() {}

    static List<LineHistory> of(JobHistory history) {
        return history.lines().stream()
                .filter(line -> !cameToNothing(history, line))
                .toList();
    }

    /** How many lines were closed without a look because nothing of them was needed or reached. */
    static int leftOut(JobHistory history) {
        return (int) history.lines().stream()
                .filter(line -> cameToNothing(history, line))
                .count();
    }

    private static boolean cameToNothing(JobHistory history, LineHistory line) {
        if (line.outcome() != LineOutcome.SKIPPED || line.begunAt() != null) {
            return false;
        }
        Restoring restores = line.restores();
        if (restores != null) {
            LineOutcome taken = history.line(restores.line()).outcome();
            return taken != LineOutcome.ALREADY_SO && taken != LineOutcome.CHANGED;
        }
        boolean isForeseen = history.isPlan() && Chapters.looksAgain(history, line);
        return !isForeseen;
    }
}
