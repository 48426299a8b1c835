package io.presencemedic.job.worker;

import io.presencemedic.job.store.DatabaseSession;
import io.presencemedic.job.store.JobClaims;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps the leases of the jobs that this process works on, and drops those that it can keep no longer. */
final class Heartbeat implements Runnable {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final JobClaims claims;
    private final DatabaseSession session;
    private final Map<UUID, RunningJob> running;
    private final Duration lease;

    /** @param running what this process works on, by job; others add and remove meanwhile */
    Heartbeat(JobClaims claims, DatabaseSession session, Map<UUID, RunningJob> running, Duration lease) {
        this.claims = claims;
        this.session = session;
        this.running = running;
        this.lease = lease;
    }

    /**
     * How long it may be until the next beat: one that fails can be made up for before a lease ends, and a session that
     * is asked so often is not taken for a dead one.
     */
    Duration pause() {
        Duration pause = lease.multipliedBy(3).dividedBy(10);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    @Override
    public void run() {
        try {
            session.probe();
            renew();
        } catch (RuntimeException e) {
            dropWhatEndsSoon();
            throw e;
        }
    }

    private void renew() {
        List<RunningJob> held = List.copyOf(running.values());
        if (held.isEmpty()) {
            return;
        }
        long askedAt = System.nanoTime();
        List<UUID> ids = held.stream().map(job -> job.claim().job()).toList();
        List<UUID> renewed = claims.renew(session.worker(), ids, lease);
        for (RunningJob job : held) {
            if (renewed.contains(job.claim().job())) {
                job.renewed(askedAt, lease);
            } else if (running.containsKey(job.claim().job())) {
                job.lose();
            }
        }
    }

    private void dropWhatEndsSoon() {
        running.values().stream()
                .filter(job -> job.endsWithin(pause(), System.nanoTime()))
                .forEach(RunningJob::lose);
    }
}
