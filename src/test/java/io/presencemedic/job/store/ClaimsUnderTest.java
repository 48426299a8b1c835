package io.presencemedic.job.store;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** The claims of the service under test, which leaves them to tests that claim and run jobs themselves. */
@Alternative
@Priority(1)
@Singleton
public class ClaimsUnderTest extends JobClaims {
    private final DatabaseSession service;
    private boolean leftToTests;

    ClaimsUnderTest(EngineDatabase database, DatabaseSession service) {
        super(database);
        this.service = service;
    }

    /** From the return of this method on, the service claims nothing and takes nothing over. */
    public synchronized void leaveToTests() {
        leftToTests = true;
    }

    public synchronized void giveBackToService() {
        leftToTests = false;
    }

    @Override
    public synchronized List<Claim> claim(Lane lane, String worker, int most, int perCluster, Duration lease) {
        return isLeft(worker) ? List.of() : super.claim(lane, worker, most, perCluster, lease);
    }

    @Override
    public synchronized List<String> withoutSession(String besides) {
        return isLeft(besides) ? List.of() : super.withoutSession(besides);
    }

    private boolean isLeft(String worker) {
        return leftToTests && worker.equals(service.worker());
    }
}
