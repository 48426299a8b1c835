package io.presencemedic.job.log;

import io.presencemedic.runbook.FailureContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a job: the fold of its events. Every view of a job is made from this. */
public final class JobHistory {
    private final List<RecordedEvent> events;
    private final PlannedLines lines = new PlannedLines();
    private JobEvent.@Nullable Submitted submitted;
    private JobEvent.@Nullable Planned planned;
    private JobEvent.@Nullable Finished finished;
    private @Nullable Instant createdAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private JobEvent.@Nullable HoldExtended extended;
    private @Nullable Instant extendedAt;
    private JobState state = JobState.QUEUED;
    private final LinkTroubles planDelays = new LinkTroubles();
    private String planDelayedFor = "";
    private boolean cancelRequested;
    private boolean restoreRequested;
    private boolean resumed;
    private int resumptions;
    private final AcknowledgedHolds acknowledged = new AcknowledgedHolds();

    private JobHistory(List<RecordedEvent> events) {
        this.events = List.copyOf(events);
        this.events.forEach(this::apply);
    }

    /** Folds a whole log. */
    public static JobHistory of(List<RecordedEvent> events) {
        return new JobHistory(events);
    }

    /** The same log with more events behind it. */
    public JobHistory plus(List<RecordedEvent> more) {
        List<RecordedEvent> all = new ArrayList<>(events);
        all.addAll(more);
        return new JobHistory(all);
    }

    /** Numbers what comes next and sets its time; a log's times never go back. */
    public List<RecordedEvent> numbered(List<JobEvent> more, Instant now) {
        Instant last = events.isEmpty() ? now : events.get(events.size() - 1).at();
        Instant at = last.isAfter(now) ? last : now;
        List<RecordedEvent> added = new ArrayList<>();
        for (JobEvent event : more) {
            added.add(new RecordedEvent(lastSeq() + added.size() + 1, at, event));
        }
        return added;
    }

    private void apply(RecordedEvent recorded) {
        JobEvent event = recorded.event();
        Instant at = recorded.at();
        if (event instanceof JobEvent.OfLine ofLine) {
            lines.line(ofLine.line()).apply(at, ofLine);
            applyToJob(ofLine);
        } else if (event instanceof JobEvent.Submitted first) {
            submitted = first;
            createdAt = at;
        } else if (event instanceof JobEvent.Planned plan) {
            planned = plan;
            lines.add(plan);
        } else if (event instanceof JobEvent.Claimed claimed) {
            startedAt = startedAt == null ? at : startedAt;
            move(state == JobState.QUEUED ? JobState.RUNNING : state);
            leftAlone(claimed.unattended());
        } else if (event instanceof JobEvent.Released) {
            move(state == JobState.RUNNING ? JobState.QUEUED : state);
        } else if (event instanceof JobEvent.PlanDelayed delayed) {
            planDelays.add(at);
            planDelayedFor = delayed.why();
            move(JobState.WAITING);
        } else if (event instanceof JobEvent.CancelRequested) {
            cancelRequested = true;
        } else if (event instanceof JobEvent.RestoreRequested) {
            restoreRequested();
        } else if (event instanceof JobEvent.RestoreResumed resumption) {
            resumed = true;
            resumptions = resumption.attempt();
            finished = null;
            lines.reopen(this::owesTheService);
        } else if (event instanceof JobEvent.HoldExtended extension) {
            extended = extension;
            extendedAt = at;
        } else if (event instanceof JobEvent.Acknowledged acknowledgement) {
            acknowledged.add(acknowledgement, () -> OutstandingHolds.holds(this), lines::settle);
        } else if (event instanceof JobEvent.Finished end) {
            finished = end;
            finishedAt = at;
            resumed = false;
            state = end.state();
        }
    }

    /** While what is left off is tried again, the job needs attention as before. */
    private void move(JobState next) {
        state = resumed ? state : next;
    }

    private void applyToJob(JobEvent.OfLine event) {
        if (event instanceof JobEvent.Waiting) {
            move(JobState.WAITING);
        } else if (event instanceof JobEvent.OperatorAsked) {
            move(JobState.AWAITING_APPROVAL);
        } else {
            move(JobState.RUNNING);
        }
        if (event instanceof JobEvent.LineFinished end) {
            lines.settle(end.restored());
        } else if (event instanceof JobEvent.ChapterPlanned chapter) {
            lines.add(chapter);
        }
    }

    private void leftAlone(@Nullable Duration unattended) {
        if (unattended != null) {
            lines.leftAlone(unattended);
            planDelays.leftAlone(unattended);
        }
    }

    /** Nothing that was said of it before holds any more, whether the job has ended or tries again by itself. */
    private void restoreRequested() {
        restoreRequested = true;
        if (finished == null && !resumed) {
            return;
        }
        state = finished == null ? JobState.RUNNING : JobState.QUEUED;
        finished = null;
        finishedAt = null;
        resumed = false;
        resumptions = 0;
        acknowledged.clear();
        lines.reopen(line -> line.outcome() != null && owes(line));
    }

    /** What a person has taken on himself is not switched on behind his back. */
    private boolean owesTheService(LineHistory restoring) {
        return owed(restoring)
                .map(LineHistory::hold)
                .filter(hold -> !acknowledged.covers(List.of(hold)))
                .isPresent();
    }

    /** Whether the line restores something that its job switched off and that is not proven to be on again. */
    public boolean owes(LineHistory restoring) {
        return owed(restoring).isPresent();
    }

    /** The line whose hold is to be restored by this one, while it is owed. */
    public Optional<LineHistory> owed(LineHistory restoring) {
        return OutstandingHolds.owed(this, restoring);
    }

    /** Whether any line was begun. */
    public boolean hasBegun() {
        return lines().stream().anyMatch(line -> line.begunAt() != null);
    }

    /** The line of that number. */
    public LineHistory line(int number) {
        return lines.line(number);
    }

    /** All lines of the plan, in order. */
    public Collection<LineHistory> lines() {
        return lines.all();
    }

    /**
     * With what the log begins.
     *
     * @throws IllegalStateException where it does not
     */
    public JobEvent.Submitted submitted() {
        if (submitted == null) {
            throw new IllegalStateException("the log does not begin with SUBMITTED");
        }
        return submitted;
    }

    /** Whether it only shows its plan. */
    public boolean isPlan() {
        return submitted().mode() == JobMode.PLAN;
    }

    /** The plan; empty until it is made. */
    public Optional<JobEvent.Planned> planned() {
        return Optional.ofNullable(planned);
    }

    /** The runbooks that were added to the plan while the job ran. */
    public List<JobEvent.ChapterPlanned> chapters() {
        return lines.chapters();
    }

    /** Whether the job has ended and was not resumed since. */
    public boolean isFinished() {
        return finished != null;
    }

    /** The state that the events lead to. */
    public JobState state() {
        return state;
    }

    /** The first failure that is the job's: of a line, or of the whole job. */
    public Optional<JobFailure> failure() {
        Optional<JobFailure> ofLine =
                Chapters.failed(this).map(line -> JobFailure.of(line).besides(undelivered()));
        return ofLine.or(() -> Optional.ofNullable(finished).map(JobEvent.Finished::failure));
    }

    /** Changes that never reached the nodes may be why the others did not help, whichever line came to see it. */
    private List<FailureContext.OpenFinding> undelivered() {
        return lines().stream()
                .filter(LineHistory::failed)
                .flatMap(line -> line.context().findings().stream())
                .filter(finding -> finding.undelivered() != null)
                .toList();
    }

    /** What was switched off and is not proven to be on again. */
    public List<LeftSwitchedOff> leftSwitchedOff() {
        return OutstandingHolds.left(this);
    }

    /** Whether a person asked for its end before the end. */
    public boolean isCancelRequested() {
        return cancelRequested;
    }

    /** Whether a person asked that what is off is switched on now. */
    public boolean isRestoreRequested() {
        return restoreRequested;
    }

    /** How long it is held off by the last word of an operator. */
    public Optional<JobEvent.HoldExtended> extended() {
        return Optional.ofNullable(extended);
    }

    /** When an operator last said for how long it is held off; null where nobody did. */
    @Nullable
    public Instant extendedAt() {
        return extendedAt;
    }

    /** Whether all that is left off was acknowledged. */
    public boolean isAcknowledged() {
        return acknowledged.isComplete();
    }

    /** Whether an operator has to see to something that is left off before the cluster takes another job. */
    public boolean blocksCluster() {
        return state == JobState.NEEDS_ATTENTION && !acknowledged.covers(OutstandingHolds.holds(this));
    }

    /** When what is left off is tried again by itself; null where that is not to be. */
    @Nullable
    public Instant retryAt() {
        return finished == null || !blocksCluster() ? null : finished.retryAt();
    }

    /** How often what is left off was tried again by itself since anybody asked for it. */
    public int resumptions() {
        return resumptions;
    }

    /** Tries in vain to find the target, in a row. */
    public LinkTroubles planDelays() {
        return planDelays;
    }

    String planDelayedFor() {
        return planDelayedFor;
    }

    /** How many claims ended without any other event since. */
    public long claimsInARow() {
        long claims = 0;
        for (RecordedEvent recorded : events) {
            claims = recorded.event() instanceof JobEvent.Claimed ? claims + 1 : 0;
        }
        return claims;
    }

    /** All events, in order. */
    public List<RecordedEvent> events() {
        return events;
    }

    /** The number of the last event, from 1; 0 for an empty log. */
    public long lastSeq() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).seq();
    }

    /** When the log began; null for an empty one. */
    @Nullable
    public Instant createdAt() {
        return createdAt;
    }

    /** When a worker first began; null until then. */
    @Nullable
    public Instant startedAt() {
        return startedAt;
    }

    /** When the job ended; null while it has not. */
    @Nullable
    public Instant finishedAt() {
        return finishedAt;
    }
}
