package io.presencemedic.job;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.presencemedic.database.Blocking;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.run.JobSpanIds;
import io.presencemedic.job.store.Jobs;
import io.presencemedic.job.store.Transcripts;
import io.presencemedic.job.view.JobTrace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;

/** Sends a job's trace when the job has ended, where traces are switched on; off by default. */
@ApplicationScoped
class JobTraces implements JobEnding {
    private static final int TRANSCRIPTS_AT_ONCE = 20;
    private static final long BYTES_AT_ONCE = 1_000_000;
    /** A longer job's trace has no more commands than that. */
    private static final int MOST_COMMANDS = 2_000;

    private final boolean off;
    private final Tracer tracer;
    private final JobSpanIds ids;
    private final Jobs jobs;
    private final Transcripts transcripts;

    JobTraces(Config config, OpenTelemetry telemetry, JobSpanIds ids, Jobs jobs, Transcripts transcripts) {
        this.off = config.getValue("quarkus.otel.sdk.disabled", Boolean.class);
        this.tracer = telemetry.getTracer("io.presencemedic.job");
        this.ids = ids;
        this.jobs = jobs;
        this.transcripts = transcripts;
    }

    @Override
    public void ended(UUID id, JobState state) {
        Optional<JobHistory> history = off ? Optional.empty() : Blocking.await(jobs.find(id));
        history.ifPresent(found -> {
            JobTrace trace = JobTrace.of(tracer, ids, id, found);
            addCommands(id, trace);
            trace.end();
        });
    }

    private void addCommands(UUID id, JobTrace trace) {
        long after = 0;
        int added = 0;
        Transcripts.Part some;
        do {
            some = Blocking.await(transcripts.list(id, after, TRANSCRIPTS_AT_ONCE, BYTES_AT_ONCE));
            for (Transcripts.Kept kept : some.transcripts()) {
                trace.add(kept.line(), kept.transcript());
                after = kept.id();
                added++;
            }
        } while (some.goesOn() && added < MOST_COMMANDS);
    }

    /** Points from the request that is being answered to the trace of the job that it has made. */
    static void link(UUID job) {
        Span.current()
                .setAttribute("medic.job", job.toString())
                .addLink(SpanContext.create(
                        JobSpanIds.trace(job), JobSpanIds.root(job), TraceFlags.getSampled(), TraceState.getDefault()));
    }
}
