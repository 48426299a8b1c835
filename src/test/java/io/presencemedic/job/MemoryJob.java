package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.LeapingClock;
import io.presencemedic.database.DatabaseTrouble;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.RecordedEvent;
import io.presencemedic.job.run.ExecutionContext;
import io.presencemedic.job.run.FollowUps;
import io.presencemedic.job.run.JobLog;
import io.presencemedic.job.run.JobRun;
import io.presencemedic.job.run.JobTiming;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/** A job with its log in memory, run by the real engine. */
final class MemoryJob {
    private static final int MOST_CLAIMS = 2_000;

    final MemoryLog log;
    private final ExecutionContext world;
    private final JobTiming timing;

    MemoryJob(JobEvent.Submitted submitted, ExecutionContext world, JobTiming timing, LeapingClock clock) {
        this.log = new MemoryLog(clock);
        this.world = world;
        this.timing = timing;
        log.write(submitted);
    }

    /** Claims the job until it is final or asks an operator; a process that dies is followed by another. */
    JobHistory runToTheEnd() {
        for (int claim = 1; claim <= MOST_CLAIMS && !isOver(); claim++) {
            log.write(new JobEvent.Claimed("worker-" + claim, claim));
            try {
                new JobRun(log, world, timing).run();
            } catch (ProcessDied died) {
                world.sent();
            } catch (CompletionException e) {
                assertThat(DatabaseTrouble.isPassing(e)).isTrue();
                world.sent();
            }
        }
        return log.history();
    }

    /** When what is left off is due again, a worker takes it up as the service does. */
    void resume() {
        log.leapTo(java.util.Objects.requireNonNull(log.history().retryAt()));
        log.write(new JobEvent.RestoreResumed(log.history().resumptions() + 1));
    }

    private boolean isOver() {
        return log.history().isFinished() || log.history().state() == JobState.AWAITING_APPROVAL;
    }

    /** The process was killed at this point. */
    static final class ProcessDied extends Error {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A log that tells a listener before and after each append; putting down lets the clock leap. Its time is that of
     * the last access, as in the database.
     */
    static final class MemoryLog implements JobLog {
        private final LeapingClock clock;
        private JobHistory history = JobHistory.of(List.of());
        private Instant now;
        private int appends;
        IntConsumer beforeAppend = n -> {};
        IntConsumer afterAppend = n -> {};

        MemoryLog(LeapingClock clock) {
            this.clock = clock;
            this.now = clock.instant();
        }

        void leapTo(Instant time) {
            clock.leapTo(time);
        }

        void write(JobEvent event) {
            now = clock.instant();
            history = history.plus(List.of(new RecordedEvent(history.lastSeq() + 1, now(), event)));
        }

        /** Another version of the service would have written so. */
        void rewrite(UnaryOperator<JobEvent> other) {
            history = JobHistory.of(history.events().stream()
                    .map(each -> new RecordedEvent(each.seq(), each.at(), other.apply(each.event())))
                    .toList());
        }

        @Override
        public JobHistory refresh() {
            now = clock.instant();
            return history;
        }

        @Override
        public JobHistory history() {
            return history;
        }

        @Override
        public JobHistory append(List<JobEvent> events) {
            int n = ++appends;
            beforeAppend.accept(n);
            now = clock.instant();
            List<JobEvent> all = FollowUps.with(history, events, now);
            history = history.plus(history.numbered(all, now));
            afterAppend.accept(n);
            return history;
        }

        @Override
        public boolean putDown(List<JobEvent> events, Instant due) {
            if (!events.isEmpty()) {
                int n = ++appends;
                beforeAppend.accept(n);
                events.forEach(this::write);
                afterAppend.accept(n);
            }
            clock.leapTo(due);
            return true;
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
}
