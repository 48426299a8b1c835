package io.presencemedic.job;

import io.presencemedic.database.Blocking;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A job's log in PostgreSQL, under a claim. */
final class StoredJobLog implements JobLog {
    private final JobClaims claims;
    private final JobClaims.Claim claim;
    private final BooleanSupplier leased;
    private JobClaims.Seen seen;

    /**
     * Reads the log.
     *
     * @param leased whether the lease has certainly not ended, by this process' own clock
     */
    StoredJobLog(JobClaims claims, JobClaims.Claim claim, BooleanSupplier leased) {
        this.claims = claims;
        this.claim = claim;
        this.leased = leased;
        this.seen = Blocking.await(claims.refresh(claim.job(), JobHistory.of(List.of())));
    }

    @Override
    public JobHistory refresh() {
        seen = Blocking.await(claims.refresh(claim.job(), seen.history()));
        return seen.history();
    }

    @Override
    public JobHistory history() {
        return seen.history();
    }

    @Override
    public JobHistory append(List<JobEvent> events) {
        seen = Blocking.await(claims.append(claim, seen.history(), events)).orElseThrow(ClaimLost::new);
        return seen.history();
    }

    @Override
    public boolean putDown(Instant due) {
        return switch (Blocking.await(claims.putDown(claim, seen.history(), due))) {
            case DONE -> true;
            case NEWS -> false;
            case LOST -> throw new ClaimLost();
        };
    }

    @Override
    public Instant now() {
        return seen.now();
    }

    @Override
    public boolean isHeld() {
        return leased.getAsBoolean();
    }
}
