package io.presencemedic.job.worker;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive means that the engine's threads turn their rounds. A database that cannot be reached is no reason to start this
 * process again; a thread that hangs or has died is.
 */
@Liveness
@ApplicationScoped
class WorkerLiveness implements HealthCheck {
    private final JobWorker worker;

    WorkerLiveness(JobWorker worker) {
        this.worker = worker;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Job worker's threads")
                .status(worker.isTurning())
                .build();
    }
}
