package io.presencemedic.job;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** What monitoring can see of the jobs; {@code medic_left_switched_off} is the alarm. */
@ApplicationScoped
class JobMetrics {
    private final MeterRegistry registry;
    private final AtomicLong needAttention = new AtomicLong();

    JobMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("medic.left.switched.off", needAttention);
    }

    /** Counts a job that ended. */
    void finished(String runbook, JobState state) {
        registry.counter("medic.jobs.finished", "runbook", runbook, "state", state.name())
                .increment();
    }

    /** How many jobs have left something switched off that nobody has acknowledged. */
    void needAttention(long jobs) {
        needAttention.set(jobs);
    }
}
