package io.presencemedic.job;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that jobs are looked for, too. */
@Readiness
@ApplicationScoped
class WorkerHealth implements HealthCheck {
    private final JobWorker worker;

    WorkerHealth(JobWorker worker) {
        this.worker = worker;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Job worker").status(worker.isAlive()).build();
    }
}
