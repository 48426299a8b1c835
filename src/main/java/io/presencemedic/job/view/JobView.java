package io.presencemedic.job.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.job.log.LeftSwitchedOff;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.job.log.PlanHash;
import io.presencemedic.job.log.SentChange;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A job as callers see it.
 *
 * @param outcome CHANGED or ALREADY_SO of a job that succeeded, else how its first failed line ended; null while it is
 *     live
 * @param changed whether some line changed the cluster, or would in a plan
 * @param plan what is looked at or done; the numbers of lines that came to nothing are left out
 * @param linesLeftOut how many lines were closed without a look, because nothing of them was needed or reached
 * @param planHash of a plan: what binds a later execution to it
 * @param leftSwitchedOff what the job switched off and is not proven to be on again
 * @param question what an operator is asked, while the job awaits an approval
 */
@Value.Builder
public record JobView(
        UUID id,
        String cluster,
        String runbook,
        JobMode mode,
        JobState state,
        @Nullable LineOutcome outcome,
        boolean changed,
        JobTarget target,
        ObjectNode parameters,
        List<LineView> plan,
        int linesLeftOut,
        @Nullable String planHash,
        List<LeftSwitchedOff> leftSwitchedOff,
        boolean acknowledged,
        @Nullable JobFailure failure,
        @Nullable QuestionView question,
        String requestedBy,
        @Nullable String reason,
        @Nullable String ticket,
        @Nullable UUID retryOf,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /**
     * A line of the plan as callers see it.
     *
     * @param restores the line that switched off what this one switches on again
     * @param commands what was sent for it, looks included; in a plan also what would be sent
     * @param changes each change that it sent, in order: the entries of a line that makes several
     * @param runbook the runbook that the job added for this and other lines; null for the job's own lines
     */
    @Value.Builder
    public record LineView(
            int line,
            String step,
            String target,
            @Nullable Integer restores,
            @Nullable String runbook,
            @Nullable LineOutcome outcome,
            String why,
            List<String> commands,
            List<SentChange> changes,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {
        public LineView {
            changes = Objects.requireNonNullElse(changes, List.of());
        }

        static LineView of(LineHistory line) {
            return new LineViewBuilder()
                    .line(line.number())
                    .step(line.step())
                    .target(line.target())
                    .restores(line.restores() == null ? null : line.restores().line())
                    .runbook(line.runbook())
                    .outcome(line.outcome())
                    .why(line.why())
                    .commands(line.commands())
                    .changes(line.changes().sent())
                    .startedAt(line.begunAt())
                    .finishedAt(line.finishedAt())
                    .build();
        }
    }

    /** What an operator is asked. */
    record QuestionView(int line, String question, @Nullable String command, Instant expiresAt) {}

    /** The view of a job by its log. */
    public static JobView of(UUID id, JobHistory history) {
        return of(id, history, history.state());
    }

    /**
     * The view of a job by its log.
     *
     * @param state where it stands, which is not what the log says where its worker is dead
     */
    public static JobView of(UUID id, JobHistory history, JobState state) {
        JobEvent.Submitted submitted = history.submitted();
        return new JobViewBuilder()
                .id(id)
                .cluster(submitted.cluster())
                .runbook(submitted.runbook())
                .mode(submitted.mode())
                .state(state)
                .outcome(outcome(history))
                .changed(changed(history))
                .target(target(history))
                .parameters(submitted.parameters())
                .plan(ShownLines.of(history).stream().map(LineView::of).toList())
                .linesLeftOut(ShownLines.leftOut(history))
                .planHash(
                        submitted.mode() == JobMode.PLAN ? PlanHash.of(history).orElse(null) : submitted.planHash())
                .leftSwitchedOff(history.leftSwitchedOff())
                .acknowledged(history.isAcknowledged())
                .failure(history.failure().orElse(null))
                .question(question(history))
                .requestedBy(submitted.requestedBy())
                .reason(submitted.reason())
                .ticket(submitted.ticket())
                .retryOf(submitted.retryOf())
                .createdAt(history.createdAt())
                .startedAt(history.startedAt())
                .finishedAt(history.finishedAt())
                .build();
    }

    private static boolean changed(JobHistory history) {
        return history.lines().stream().anyMatch(line -> line.outcome() == LineOutcome.CHANGED);
    }

    private static @Nullable LineOutcome outcome(JobHistory history) {
        return switch (history.state()) {
            case QUEUED, RUNNING, WAITING, AWAITING_APPROVAL -> null;
            case SUCCEEDED -> changed(history) ? LineOutcome.CHANGED : LineOutcome.ALREADY_SO;
            case CANCELLED -> LineOutcome.CANCELLED;
            case FAILED, NEEDS_ATTENTION ->
                history.lines().stream()
                        .map(LineHistory::outcome)
                        .filter(outcome -> outcome != null && outcome.isFailure())
                        .findFirst()
                        .orElse(LineOutcome.FAILED);
        };
    }

    private static JobTarget target(JobHistory history) {
        return history.planned()
                .map(planned -> planned.node() == null && planned.group() != null
                        ? new JobTarget(planned.group().name(), null)
                        : new JobTarget(null, planned.node()))
                .orElse(history.submitted().target());
    }

    private static @Nullable QuestionView question(JobHistory history) {
        return history.state() != JobState.AWAITING_APPROVAL
                ? null
                : history.lines().stream()
                        .filter(line -> line.outcome() == null && line.asked() != null)
                        .map(line -> Objects.requireNonNull(line.asked()))
                        .map(asked ->
                                new QuestionView(asked.line(), asked.question(), asked.command(), asked.expiresAt()))
                        .findFirst()
                        .orElse(null);
    }
}
