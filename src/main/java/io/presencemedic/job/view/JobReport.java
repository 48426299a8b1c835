package io.presencemedic.job.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
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
 * @param parameters as they were asked for, checked
 * @param lines the plan; empty while there is none
 * @param failure the first failure; null where there is none
 * @param createdAt when it was asked for
 * @param startedAt when a worker first took it; null before that
 * @param finishedAt when it ended; null while it is live
 */
@Value.Builder
public record JobReport(
        UUID id,
        String cluster,
        String runbook,
        JobMode mode,
        JobState state,
        ObjectNode parameters,
        List<Line> lines,
        @Nullable JobFailure failure,
        String requestedBy,
        @Nullable String reason,
        @Nullable String ticket,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
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

    /** The report of a job by its log. */
    public static JobReport of(UUID id, JobHistory history) {
        JobEvent.Submitted submitted = history.submitted();
        return new JobReportBuilder()
                .id(id)
                .cluster(submitted.cluster())
                .runbook(submitted.runbook())
                .mode(submitted.mode())
                .state(history.state())
                .parameters(submitted.parameters())
                .lines(history.lines().stream().map(JobReport::line).toList())
                .failure(history.failure().orElse(null))
                .requestedBy(submitted.requestedBy())
                .reason(submitted.reason())
                .ticket(submitted.ticket())
                .createdAt(history.createdAt())
                .startedAt(history.startedAt())
                .finishedAt(history.finishedAt())
                .build();
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
