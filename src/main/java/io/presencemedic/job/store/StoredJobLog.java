package io.presencemedic.job.store;

import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.run.FollowUps;
import io.presencemedic.job.run.JobLog;
import io.presencemedic.runbook.ClaimLost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A job's log in PostgreSQL, under a claim. Several threads of the same job may tell it something. */
public final class StoredJobLog implements JobLog {
    /**
     * A proof of the claim that is younger than this allows a change: others take a job over only when they have missed
     * its worker's session for longer.
     */
    private static final Duration FRESH = Duration.ofMillis(100);

    private static final int MOST_PROOFS = 10;
    /** How long a session that was lost may take to be made anew before a change is given up. */
    private static final Duration SESSION_PATIENCE = Duration.ofSeconds(3);

    private final ClaimedLog store;
    private final JobClaims.Claim claim;
    private final BooleanSupplier leased;
    private ClaimedLog.Seen seen;
    private long seenNanos;

    /**
     * Reads the log.
     *
     * @param leased whether the lease has certainly not ended, by this process' own clock
     */
    public StoredJobLog(ClaimedLog store, JobClaims.Claim claim, BooleanSupplier leased) {
        this.store = store;
        this.claim = claim;
        this.leased = leased;
        this.seen = DatabasePatience.whileHeld(leased, () -> store.read(claim.job(), JobHistory.of(List.of())));
        this.seenNanos = System.nanoTime();
    }

    @Override
    public synchronized JobHistory refresh() {
        keep(DatabasePatience.whileHeld(leased, () -> store.read(claim.job(), seen.history())));
        return seen.history();
    }

    @Override
    public synchronized JobHistory history() {
        return seen.history();
    }

    @Override
    public synchronized JobHistory append(List<JobEvent> events) {
        while (true) {
            Optional<ClaimedLog.Seen> written = write(events, ClaimedLog.Then.GO_ON, null);
            if (written.isPresent()) {
                return seen.history();
            }
            requireNews();
        }
    }

    @Override
    public synchronized boolean putDown(List<JobEvent> events, Instant due) {
        boolean done = write(events, ClaimedLog.Then.PUT_DOWN, due).isPresent();
        if (!done) {
            requireNews();
        }
        return done;
    }

    /** Where nobody has written to the log, the claim is the reason why this one cannot. */
    private void requireNews() {
        long before = seen.history().lastSeq();
        if (refresh().lastSeq() == before || !DatabasePatience.whileHeld(leased, () -> store.stands(claim))) {
            throw new ClaimLost();
        }
    }

    private Optional<ClaimedLog.Seen> write(List<JobEvent> events, ClaimedLog.Then then, @Nullable Instant due) {
        if (!isHeld()) {
            throw new ClaimLost();
        }
        Instant now = now();
        List<JobEvent> all = then == ClaimedLog.Then.GO_ON ? FollowUps.with(seen.history(), events, now) : events;
        boolean[] tried = {false};
        Optional<ClaimedLog.Seen> written = DatabasePatience.whileHeld(leased, () -> {
            Optional<ClaimedLog.Seen> before = tried[0] ? store.findWritten(claim, seen, all) : Optional.empty();
            tried[0] = true;
            return before.isPresent() ? before : store.write(claim, seen, all, now, then, due);
        });
        written.ifPresent(this::keep);
        return written;
    }

    private void keep(ClaimedLog.Seen now) {
        seen = now;
        seenNanos = System.nanoTime();
    }

    @Override
    public synchronized Instant now() {
        return seen.at().plusNanos(System.nanoTime() - seenNanos);
    }

    @Override
    public boolean isHeld() {
        return leased.getAsBoolean();
    }

    @Override
    public boolean mayChange() {
        long begun = System.nanoTime();
        int slow = 0;
        while (slow < MOST_PROOFS && isHeld() && System.nanoTime() - begun < SESSION_PATIENCE.toNanos()) {
            long askedAt = System.nanoTime();
            if (proves(() -> store.standsWithSession(claim))) {
                if (System.nanoTime() - askedAt < FRESH.toNanos()) {
                    return isHeld();
                }
                slow++;
            } else if (proves(() -> store.stands(claim))) {
                DatabasePatience.pause();
            } else {
                return false;
            }
        }
        return false;
    }

    private boolean proves(Supplier<Boolean> question) {
        return DatabasePatience.whileHeld(leased, question);
    }
}
