package io.presencemedic.job.worker;

import io.presencemedic.job.store.JobClaims;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Notices workers whose sessions with the database have ended, and lets others have their jobs. */
final class DeadWorkers {
    /**
     * For so long a session must be missing: longer than a worker relies on a proof of its claim before it sends a
     * change, and long enough for one that lost only its session to make it anew.
     */
    static final Duration GRACE = Duration.ofMillis(150);

    private static final int MOST_REMEMBERED = 1_000;

    private final JobClaims claims;
    private final String self;
    private final JobMetrics metrics;
    private final Map<String, Long> missing = new HashMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    DeadWorkers(JobClaims claims, String self, JobMetrics metrics) {
        this.claims = claims;
        this.self = self;
        this.metrics = metrics;
    }

    /** Whether there are jobs to be taken over now. */
    boolean endLeases() {
        List<String> without = claims.withoutSession(self);
        missing.keySet().retainAll(without);
        long now = System.nanoTime();
        List<String> gone = without.stream()
                .filter(worker -> now - missing.computeIfAbsent(worker, first -> now) >= GRACE.toNanos())
                .toList();
        if (gone.isEmpty()) {
            return false;
        }
        if (ended.size() > MOST_REMEMBERED) {
            ended.clear();
        }
        ended.addAll(gone);
        return claims.endLeases(gone) > 0;
    }

    /** Counts a takeover by its cause. */
    void takenFrom(String worker) {
        metrics.takenOver(ended.contains(worker) ? "session" : worker.equals(self) ? "own" : "lease");
    }
}
