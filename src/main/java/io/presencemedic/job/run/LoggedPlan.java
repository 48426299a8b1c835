package io.presencemedic.job.run;

import io.presencemedic.job.log.JobEvent;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Line;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Restoring;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The plan of a job in flight: the lines that its log has, each with the step that this release has for it. Another
 * release may have planned the job with other lines, and by their numbers alone a line would get the step of another
 * one; what switches on again above all must not.
 */
final class LoggedPlan {
    private LoggedPlan() {}

    /**
     * The logged lines with their steps, numbered from 1. A line that this release does not have is refused when its
     * turn comes.
     *
     * @param logged the lines of a plan, or of one chapter, as they were written down
     * @param now the plan that this release makes of the same
     */
    static Plan of(List<JobEvent.PlannedLine> logged, Plan now) {
        if (isTheSame(logged, now)) {
            return now;
        }
        List<Step> free = new ArrayList<>(now.lines().stream().map(Line::step).toList());
        List<Line> lines = new ArrayList<>();
        for (JobEvent.PlannedLine line : logged) {
            int number = lines.size() + 1;
            Restoring restores = line.restores();
            lines.add(new Line(
                    number, taken(free, line), restores == null ? null : restores.shifted(number - line.line())));
        }
        return new Plan(lines);
    }

    private static boolean isTheSame(List<JobEvent.PlannedLine> logged, Plan now) {
        if (logged.size() != now.lines().size()) {
            return false;
        }
        for (int i = 0; i < logged.size(); i++) {
            if (!isOf(logged.get(i), now.lines().get(i).step())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOf(JobEvent.PlannedLine line, Step step) {
        return step.name().equals(line.step()) && step.target().equals(line.target());
    }

    /** The first of them that is the line's, which belongs to no other line from then on. */
    private static Step taken(List<Step> free, JobEvent.PlannedLine line) {
        for (int i = 0; i < free.size(); i++) {
            if (isOf(line, free.get(i))) {
                return free.remove(i);
            }
        }
        return new Gone(line.step(), line.target());
    }

    private record Gone(String name, String target) implements Step {
        @Override
        public Duration patience() {
            return Duration.ZERO;
        }

        @Override
        public Decision decide(ClusterReader look, LineMemory memory) {
            return new Decision.Refuse(
                    "JOB_OBSOLETE",
                    "another release planned this line, and this one has none of its kind; make a new job");
        }
    }
}
