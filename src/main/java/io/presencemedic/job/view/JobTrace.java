package io.presencemedic.job.view;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.RecordedEvent;
import io.presencemedic.job.run.JobSpanIds;
import io.presencemedic.link.Transcript;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job's log as the spans of one trace: the job, who had it claimed, its lines, and what was sent for each. */
public final class JobTrace {
    private final Tracer tracer;
    private final JobHistory history;
    private final Context job;
    private final Map<Integer, Context> lines = new HashMap<>();
    private final Span root;

    private JobTrace(Tracer tracer, JobSpanIds ids, UUID id, JobHistory history) {
        this.tracer = tracer;
        this.history = history;
        JobEvent.Submitted submitted = history.submitted();
        SpanBuilder builder = tracer.spanBuilder("job " + submitted.runbook())
                .setNoParent()
                .setStartTimestamp(createdAt(history))
                .setAttribute("medic.job", id.toString())
                .setAttribute("medic.cluster", submitted.cluster())
                .setAttribute("medic.runbook", submitted.runbook())
                .setAttribute("medic.mode", submitted.mode().name())
                .setAttribute("medic.state", history.state().name());
        this.root = ids.asRootOf(id, builder::startSpan);
        this.job = Context.root().with(root);
        history.failure().ifPresent(failure -> root.setStatus(StatusCode.ERROR, failure.code()));
    }

    /** Makes the spans of the job, its claims and its lines; what was sent is added by {@link #add}. */
    public static JobTrace of(Tracer tracer, JobSpanIds ids, UUID id, JobHistory history) {
        JobTrace trace = new JobTrace(tracer, ids, id, history);
        trace.claims();
        history.lines().forEach(trace::line);
        return trace;
    }

    /** A command or operation, below its line. */
    public void add(@Nullable Integer line, Transcript sent) {
        Span span = tracer.spanBuilder(sent.command())
                .setParent(lines.getOrDefault(line == null ? -1 : line, job))
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(sent.startedAt())
                .setAttribute("medic.node", sent.node())
                .startSpan();
        if (sent.failure() != null) {
            span.setStatus(StatusCode.ERROR, sent.failure());
        }
        span.end(sent.finishedAt());
    }

    /** Ends the spans, so that they are sent. */
    public void end() {
        root.end(Objects.requireNonNullElseGet(history.finishedAt(), () -> createdAt(history)));
    }

    /** From the moment that a worker has taken the job until it gave it back, another took it, or the job ended. */
    private void claims() {
        Span open = null;
        for (RecordedEvent recorded : history.events()) {
            boolean ends = recorded.event() instanceof JobEvent.Claimed
                    || recorded.event() instanceof JobEvent.Released
                    || recorded.event() instanceof JobEvent.Finished;
            if (ends && open != null) {
                open.end(recorded.at());
                open = null;
            }
            if (recorded.event() instanceof JobEvent.Claimed claimed) {
                open = tracer.spanBuilder("claim")
                        .setParent(job)
                        .setStartTimestamp(recorded.at())
                        .setAttribute("medic.worker", claimed.worker())
                        .setAttribute("medic.fence", claimed.fence())
                        .startSpan();
            }
        }
    }

    private void line(LineHistory line) {
        Instant begun = line.begunAt();
        Instant finished = line.finishedAt();
        if (begun == null || finished == null) {
            return;
        }
        Span span = tracer.spanBuilder(line.step())
                .setParent(job)
                .setStartTimestamp(begun)
                .setAttribute("medic.line", line.number())
                .setAttribute("medic.target", line.target())
                .setAttribute("medic.outcome", String.valueOf(line.outcome()))
                .startSpan();
        lines.put(line.number(), Context.root().with(span));
        if (line.outcome() != null && line.outcome().isFailure()) {
            span.setStatus(StatusCode.ERROR, line.outcome().name());
        }
        span.end(finished);
    }

    private static Instant createdAt(JobHistory history) {
        return Objects.requireNonNull(history.createdAt());
    }
}
