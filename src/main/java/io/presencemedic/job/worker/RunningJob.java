package io.presencemedic.job.worker;

import io.presencemedic.job.store.JobClaims;
import io.presencemedic.link.ClusterLink;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A job that this process works on, with the end of its lease on the process' own clock. */
final class RunningJob {
    private final JobClaims.Claim claim;
    private volatile long leaseEndsNanos;
    private volatile boolean lost;
    private volatile @Nullable ClusterLink link;

    RunningJob(JobClaims.Claim claim, long claimedAtNanos, Duration lease) {
        this.claim = claim;
        renewed(claimedAtNanos, lease);
    }

    JobClaims.Claim claim() {
        return claim;
    }

    void uses(ClusterLink opened) {
        link = opened;
        if (lost) {
            opened.close();
        }
    }

    void renewed(long askedAtNanos, Duration lease) {
        leaseEndsNanos = askedAtNanos + lease.toNanos();
    }

    /** Nothing more may be sent: closes what is open. */
    void lose() {
        lost = true;
        ClusterLink open = link;
        if (open != null) {
            open.close();
        }
    }

    boolean isHeld(long nowNanos) {
        return !lost && nowNanos - leaseEndsNanos < 0;
    }

    boolean endsWithin(Duration margin, long nowNanos) {
        return nowNanos + margin.toNanos() - leaseEndsNanos >= 0;
    }
}
