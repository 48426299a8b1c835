package io.presencemedic.job.worker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.presencemedic.job.log.JobState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What monitoring can see happen to jobs in this process. */
@ApplicationScoped
class JobMetrics {
    private final MeterRegistry registry;
    private final Counter claimsLost;
    private final Timer claim;

    JobMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.claimsLost = registry.counter("medic.jobs.claims.lost");
        this.claim = Timer.builder("medic.jobs.claim")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(registry);
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

    /** Takes note of how long a free job was due before it was claimed. */
    void claimed(Duration late) {
        claim.record(late);
    }

    /** Counts a job that this process had to leave to another. */
    void claimLost() {
        claimsLost.increment();
    }
}
