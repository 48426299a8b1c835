package io.presencemedic.job.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.LineOutcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a job says about itself to the rooms above the engine.
 *
 * @param summary the job in short
 * @param parameters as they were asked for, checked
 * @param lines the plan; empty while there is none
 */
public record JobReport(JobSummary summary, JobMode mode, ObjectNode parameters, List<Line> lines) {
    public JobReport {
        lines = List.copyOf(lines);
    }

    /**
     * A line of the plan.
     *
     * @param collects what it collects, in the document's words; null where it collects nothing
     * @param outcome how it ended; null before that
     * @param why the last word on it, for a person
     * @param evidence id of the bundle that TAC wants after its failure; null where the document names none
     */
    @Value.Builder
    public record Line(
            int number,
            String step,
            String target,
            @Nullable String collects,
            @Nullable LineOutcome outcome,
            String why,
            @Nullable String evidence,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {}

    /** Which job it is. */
    public UUID id() {
        return summary.id();
    }

    /** The report of a job by its log. */
    public static JobReport of(JobSummary summary, JobHistory history) {
        JobEvent.Submitted submitted = history.submitted();
        return new JobReport(
                summary,
                submitted.mode(),
                submitted.parameters(),
                history.lines().stream().map(JobReport::line).toList());
    }

    private static Line line(LineHistory line) {
        return new LineBuilder()
                .number(line.number())
                .step(line.step())
                .target(line.target())
                .collects(line.collects())
                .outcome(line.outcome())
                .why(line.why())
                .evidence(line.context().evidence())
                .startedAt(line.begunAt())
                .finishedAt(line.finishedAt())
                .build();
    }
}
