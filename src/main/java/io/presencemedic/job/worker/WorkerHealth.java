package io.presencemedic.job.worker;

import io.presencemedic.job.store.DatabaseSession;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that jobs are looked for, that leases are renewed, and that the database's news is heard. */
@Readiness
@ApplicationScoped
class WorkerHealth implements HealthCheck {
    private final JobWorker worker;
    private final DatabaseSession session;

    WorkerHealth(JobWorker worker, DatabaseSession session) {
        this.worker = worker;
        this.session = session;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Job worker")
                .status(worker.isWorking())
                .withData("databaseSession", session.isOpen())
                .withData("running", worker.runningNow())
                .build();
    }
}
