package io.presencemedic.job.run;

import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.OutstandingHolds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows from an event without a look at the cluster; it is written together with it. */
public final class FollowUps {
    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(15);
    /** A third wrong password locks the account (C7): only a person tries again. */
    private static final String ONLY_BY_A_PERSON = "LINK_NOT_AUTHENTICATED";

    private FollowUps() {}

    /** These events and all that follow from them, to the next look or to the end. */
    public static List<JobEvent> with(JobHistory history, List<JobEvent> events, Instant now) {
        if (events.stream().noneMatch(FollowUps::leadsOn)) {
            return events;
        }
        List<JobEvent> all = new ArrayList<>(events);
        JobHistory after = plus(history, events, now);
        Optional<JobEvent> next = next(after, now);
        while (next.isPresent()) {
            all.add(next.get());
            after = plus(after, List.of(next.get()), now);
            next = next.get() instanceof JobEvent.LineFinished ? next(after, now) : Optional.empty();
        }
        return all;
    }

    private static JobHistory plus(JobHistory history, List<JobEvent> events, Instant now) {
        return history.plus(history.numbered(events, now));
    }

    private static boolean leadsOn(JobEvent event) {
        return event instanceof JobEvent.LineFinished
                || event instanceof JobEvent.Planned
                || event instanceof JobEvent.ChapterPlanned
                || event instanceof JobEvent.RestoreResumed;
    }

    private static Optional<JobEvent> next(JobHistory history, Instant now) {
        if (history.isFinished()) {
            return Optional.empty();
        }
        Transition move = Transition.after(history);
        if (move instanceof Transition.Close close) {
            return Optional.of(closed(close));
        }
        if (move instanceof Transition.Work work && history.line(work.line()).begunAt() == null) {
            return Optional.of(new JobEvent.LineBegun(work.line()));
        }
        return move instanceof Transition.End end ? Optional.of(finished(history, end, now)) : Optional.empty();
    }

    static JobEvent closed(Transition.Close close) {
        return JobEvent.LineFinished.closed(close.line(), close.outcome(), close.why(), List.of());
    }

    /** The end of a job, and when what it leaves off is tried again. */
    static JobEvent finished(JobHistory history, Transition.End end, Instant now) {
        return new JobEvent.Finished(
                end.state(),
                history.failure().orElse(null),
                history.leftSwitchedOff(),
                isTriedAgain(history) ? now.plus(pause(history.resumptions())) : null);
    }

    /** Whether what is left off is tried again by itself: not where a person said no, or has to correct a password. */
    private static boolean isTriedAgain(JobHistory history) {
        List<LineHistory> unpaid = history.lines().stream()
                .filter(line -> OutstandingHolds.isUnpaid(history, line))
                .toList();
        return !unpaid.isEmpty()
                && unpaid.stream().allMatch(line -> line.code() != null && !ONLY_BY_A_PERSON.equals(line.code()));
    }

    /** Doubles from half a minute to a quarter of an hour. */
    public static Duration pause(int resumptions) {
        Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(resumptions, 10));
        return pause.compareTo(LONGEST_RETRY) < 0 ? pause : LONGEST_RETRY;
    }
}
