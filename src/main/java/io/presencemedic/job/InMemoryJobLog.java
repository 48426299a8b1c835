package io.presencemedic.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A log in memory for a plan that nobody keeps: it is compared with the one that was approved. */
final class InMemoryJobLog implements JobLog {
    private final Instant now;
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
        history = history.plus(new ArrayList<>(ClaimedLog.number(history, all, now)));
        return history;
    }

    @Override
    public boolean putDown(List<JobEvent> events, Instant due) {
        throw new IllegalStateException("a plan does not wait");
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
