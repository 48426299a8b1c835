package io.presencemedic.job.log;

import io.presencemedic.runbook.Chapter;
import io.presencemedic.runbook.PastChapter;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Restoring;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The parts of a job: part 0 are its own lines, each chapter is another. A chapter's failure ends the chapter; what it
 * means for the job is told by the line that looks again behind it.
 */
public final class Chapters {
    private Chapters() {}

    /** A plan's lines as they are written into the log. */
    public static List<JobEvent.PlannedLine> outline(Plan plan) {
        return plan.lines().stream()
                .map(line -> JobEvent.PlannedLine.of(line.number(), line.step(), line.restores()))
                .toList();
    }

    /** The lines of a chapter behind all others, and behind them the line that asked for it. */
    public static JobEvent.ChapterPlanned planned(
            JobHistory history, LineHistory asking, Chapter chapter, JobEvent.Planned planned) {
        int before = history.lines().size();
        List<JobEvent.PlannedLine> lines = new ArrayList<>();
        for (JobEvent.PlannedLine line : planned.lines()) {
            Restoring restores = line.restores();
            lines.add(new PlannedLineBuilder()
                    .like(line)
                    .line(line.line() + before)
                    .restores(restores == null ? null : restores.shifted(before))
                    .runbook(chapter.runbook())
                    .build());
        }
        lines.add(new PlannedLineBuilder()
                .line(before + lines.size() + 1)
                .step(asking.step())
                .target(asking.target())
                .build());
        return new JobEvent.ChapterPlanned(
                asking.number(),
                chapter.runbook(),
                chapter.cause(),
                chapter.mayAsk(),
                planned.group(),
                planned.node(),
                chapter.parameters().json(),
                lines);
    }

    /** The first line of the part that failed. */
    public static Optional<LineHistory> failed(JobHistory history, int part) {
        return history.lines().stream()
                .filter(line -> line.part() == part && line.failed())
                .findFirst();
    }

    /** The first line whose failure is the job's. */
    static Optional<LineHistory> failed(JobHistory history) {
        Optional<LineHistory> own = failed(history, 0);
        int last = history.chapters().size();
        if (own.isPresent() || last == 0) {
            return own;
        }
        boolean lookedAgain = lookingAgain(history, last).begunAt() != null;
        return lookedAgain ? OutstandingHolds.unpaid(history) : failed(history, last);
    }

    /** Whether the line looks again what a chapter has brought. */
    public static boolean looksAgain(JobHistory history, LineHistory line) {
        return line.part() == 0
                && history.planned()
                        .filter(planned -> line.number() > planned.lines().size())
                        .isPresent();
    }

    /** The chapters that are over. */
    public static List<PastChapter> past(JobHistory history) {
        List<PastChapter> past = new ArrayList<>();
        for (int part = 1; part <= history.chapters().size(); part++) {
            JobEvent.ChapterPlanned chapter = history.chapters().get(part - 1);
            PastChapter.Failure failure = failed(history, part)
                    .map(line -> new PastChapter.Failure(
                            Objects.requireNonNullElse(line.code(), JobFailure.OF_A_LINE), line.why(), line.context()))
                    .orElse(null);
            past.add(new PastChapter(
                    chapter.runbook(), target(history, chapter), chapter.cause(), failure, acted(history, part)));
        }
        return past;
    }

    private static String target(JobHistory history, JobEvent.ChapterPlanned chapter) {
        if (chapter.node() != null) {
            return chapter.node();
        }
        return chapter.group() == null
                ? history.submitted().cluster()
                : chapter.group().name();
    }

    private static boolean acted(JobHistory history, int part) {
        return history.lines().stream()
                .anyMatch(line -> line.part() == part && line.changes().count() > 0);
    }

    /** Whether the line may ask for the approval of a change. */
    public static boolean mayAsk(JobHistory history, LineHistory line) {
        return line.part() == 0 || history.chapters().get(line.part() - 1).mayAsk();
    }

    private static LineHistory lookingAgain(JobHistory history, int part) {
        List<JobEvent.PlannedLine> lines = history.chapters().get(part - 1).lines();
        return history.line(lines.get(lines.size() - 1).line());
    }
}
