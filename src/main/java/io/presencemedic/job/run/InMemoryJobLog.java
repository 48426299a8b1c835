package io.presencemedic.job.run;

import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.link.LinkFailure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log in memory for a plan that nobody keeps: it is compared with the one that was approved. */
final class InMemoryJobLog implements JobLog {
    private final Instant now;
    private @Nullable LinkFailure lookFailure;
    private JobHistory history = JobHistory.of(List.of());

    InMemoryJobLog(JobEvent.Submitted submitted, JobEvent.Planned planned, Instant now) {
        this.now = now;
        append(List.of(submitted.asPlan(), planned));
    }

    @Override
    public JobHistory refresh() {
        return history;
    }

    @Override
    public JobHistory history() {
        return history;
    }

    @Override
    public JobHistory append(List<JobEvent> events) {
        List<JobEvent> all = FollowUps.with(history, events, now);
        history = history.plus(history.numbered(all, now));
        return history;
    }

    @Override
    public boolean putDown(List<JobEvent> events, Instant due) {
        throw new IllegalStateException("a plan does not wait");
    }

    @Override
    public boolean canWait() {
        return false;
    }

    @Override
    public void lookFailed(LinkFailure failure) {
        lookFailure = failure;
    }

    /** Why a line could not look; null where all could. */
    @Nullable
    LinkFailure lookFailure() {
        return lookFailure;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public boolean isHeld() {
        return true;
    }
}
