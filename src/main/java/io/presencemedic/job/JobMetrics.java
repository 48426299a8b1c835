package io.presencemedic.job;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What monitoring can see happen to jobs in this process. */
@ApplicationScoped
class JobMetrics {
    private final MeterRegistry registry;
    private final Counter claimsLost;

    JobMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.claimsLost = registry.counter("medic.jobs.claims.lost");
    }

    /** Counts a job that ended. */
    void finished(String runbook, JobState state) {
        registry.counter("medic.jobs.finished", "runbook", runbook, "state", state.name())
                .increment();
    }

    /**
     * Counts a job that was taken over from a worker that did not give it back.
     *
     * @param cause how the worker was missed: its session, its lease, or this process' own earlier claim
     */
    void takenOver(String cause) {
        registry.counter("medic.jobs.takeovers", "cause", cause).increment();
    }

    /** Counts a job that this process had to leave to another. */
    void claimLost() {
        claimsLost.increment();
    }
}
