package io.presencemedic.schedule;

import io.presencemedic.access.KeyHolders;
import io.presencemedic.database.Blocking;
import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import io.presencemedic.http.creation.IdempotencyKey;
import io.presencemedic.job.JobRequest;
import io.presencemedic.job.JobSubmission;
import io.presencemedic.job.store.Jobs;
import io.presencemedic.job.view.JobSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Asks for the job of a run in the owner's name, if it may be begun now. Blocking. */
@ApplicationScoped
class RunStarter {
    private static final Logger LOG = Logger.getLogger(RunStarter.class);

    private final DueRuns runs;
    private final JobSubmission submission;
    private final Jobs jobs;
    private final KeyHolders holders;
    private final ScheduleMetrics metrics;

    RunStarter(DueRuns runs, JobSubmission submission, Jobs jobs, KeyHolders holders, ScheduleMetrics metrics) {
        this.runs = runs;
        this.submission = submission;
        this.jobs = jobs;
        this.holders = holders;
        this.metrics = metrics;
    }

    /**
     * Begins a run, or writes why not.
     *
     * @param grace how late it may begin; a passing reason does not end it before
     */
    void begin(DueRuns.Due due, Instant now, Duration grace) {
        Optional<Missed> obstacle = obstacle(due, now, grace);
        if (obstacle.isPresent()) {
            miss(due, obstacle.get(), now);
            return;
        }
        try {
            UUID job = submit(due);
            Blocking.await(runs.started(due, job));
            metrics.started();
        } catch (ProblemException e) {
            refused(due, e.problem(), now);
        }
    }

    private void refused(DueRuns.Due due, Problem problem, Instant now) {
        Missed why = Missed.refused(problem);
        if (problem.headers().containsKey("Retry-After")) {
            Blocking.await(runs.waits(due, why));
        } else {
            miss(due, why, now);
        }
    }

    private void miss(DueRuns.Due due, Missed missed, Instant now) {
        Blocking.await(runs.missed(due, missed, now));
        metrics.missed(missed.code());
        LOG.warnf("schedule %s missed its run of %s: %s", due.schedule().name, due.run().plannedAt, missed.code());
    }

    private Optional<Missed> obstacle(DueRuns.Due due, Instant now, Duration grace) {
        ScheduleRow schedule = due.schedule();
        ScheduleRunRow run = due.run();
        if (run.plannedAt.plus(grace).isBefore(now)) {
            return Optional.of(
                    run.waitsFor == null
                            ? Missed.TOO_LATE
                            : new Missed(run.waitsFor, String.valueOf(run.detail), null));
        }
        if (schedule.changes() && !isOpen(schedule, now)) {
            return Optional.of(Missed.OUTSIDE_WINDOW);
        }
        if (!Blocking.await(holders.may(schedule.ownerKey, schedule.verb(), schedule.cluster, schedule.runbook))) {
            return Optional.of(Missed.OWNER_MAY_NOT);
        }
        return isStillRunning(schedule) ? Optional.of(Missed.PREVIOUS_STILL_RUNNING) : Optional.empty();
    }

    private static boolean isOpen(ScheduleRow schedule, Instant now) {
        return schedule.timetable().filter(table -> table.isOpen(now)).isPresent();
    }

    private boolean isStillRunning(ScheduleRow schedule) {
        Optional<UUID> last = Blocking.await(runs.lastJob(schedule.id));
        return last.isPresent()
                && Blocking.await(jobs.summary(last.get()))
                        .map(JobSummary::state)
                        .filter(state -> !state.isFinal())
                        .isPresent();
    }

    private UUID submit(DueRuns.Due due) {
        ScheduleRow schedule = due.schedule();
        IdempotencyKey key = new IdempotencyKey(
                "schedule-" + schedule.id + "-" + due.run().plannedAt.toEpochMilli());
        JobRequest request = schedule.request("schedule " + schedule.name);
        return UUID.fromString(Blocking.await(
                        submission.submitFor(schedule.holder().actor(), schedule.cluster, request, Optional.of(key)))
                .id());
    }
}
