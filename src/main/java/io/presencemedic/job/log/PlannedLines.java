package io.presencemedic.job.log;

import io.presencemedic.runbook.Hold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The lines of a job, in the order of their numbers, and the chapters that brought those of other runbooks. */
final class PlannedLines {
    private final TreeMap<Integer, LineHistory> lines = new TreeMap<>();
    private final List<JobEvent.ChapterPlanned> chapters = new ArrayList<>();

    void add(JobEvent.Planned plan) {
        plan.lines().forEach(line -> add(line, 0));
    }

    /** The line that asked for a chapter stands behind it once more, and is the job's own. */
    void add(JobEvent.ChapterPlanned chapter) {
        chapters.add(chapter);
        chapter.lines().forEach(line -> add(line, line.runbook() == null ? 0 : chapters.size()));
    }

    private void add(JobEvent.PlannedLine line, int part) {
        lines.put(line.line(), new LineHistory(line, part));
    }

    /** Nobody worked on the job for so long. */
    void leftAlone(Duration unattended) {
        lines.values().forEach(line -> line.leftAlone(unattended));
    }

    /** What was held is on again; null for nothing. */
    void settle(@Nullable Hold restored) {
        lines.values().stream()
                .filter(line -> line.hold() != null && line.hold().equals(restored))
                .forEach(LineHistory::paid);
    }

    /** Begins those lines anew that restore what is owed. */
    void reopen(Predicate<LineHistory> owes) {
        lines.values().stream()
                .filter(line -> line.restores() != null && owes.test(line))
                .forEach(LineHistory::reopen);
    }

    /**
     * The line of that number.
     *
     * @throws IllegalStateException if there is none
     */
    LineHistory line(int number) {
        LineHistory line = lines.get(number);
        if (line == null) {
            throw new IllegalStateException("the log has no line " + number);
        }
        return line;
    }

    Collection<LineHistory> all() {
        return lines.values();
    }

    /** The runbooks that were added while the job ran. */
    List<JobEvent.ChapterPlanned> chapters() {
        return chapters;
    }
}
