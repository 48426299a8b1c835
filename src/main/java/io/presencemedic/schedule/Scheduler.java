package io.presencemedic.schedule;

import io.presencemedic.access.KeyHolders;
import io.presencemedic.access.Role;
import io.presencemedic.database.Blocking;
import io.presencemedic.http.IdempotencyKey;
import io.presencemedic.http.ProblemException;
import io.presencemedic.job.JobRequest;
import io.presencemedic.job.JobSubmission;
import io.presencemedic.job.JobSummary;
import io.presencemedic.job.Jobs;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Begins what is due. Every process does so; whichever comes first begins a run, and no other one does. */
@ApplicationScoped
class Scheduler {
    private static final Logger LOG = Logger.getLogger(Scheduler.class);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DueRuns runs;
    private final JobSubmission submission;
    private final Jobs jobs;
    private final KeyHolders holders;
    private final ScheduleMetrics metrics;
    private final ScheduleConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Scheduler::thread);

    Scheduler(
            DueRuns runs,
            JobSubmission submission,
            Jobs jobs,
            KeyHolders holders,
            ScheduleMetrics metrics,
            ScheduleConfig config) {
        this.runs = runs;
        this.submission = submission;
        this.jobs = jobs;
        this.holders = holders;
        this.metrics = metrics;
        this.config = config;
    }

    void start(@Observes @Priority(5_000) StartupEvent event) {
        if (config.enabled()) {
            long pause = config.poll().toMillis();
            timer.scheduleWithFixedDelay(this::lookQuietly, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warnf("cannot look for what is due: %s", e.getMessage());
        }
    }

    /** Begins all that is due now. */
    void look() {
        Blocking.await(runs.plan(config.grace()));
        for (DueRuns.Due due : Blocking.await(runs.claim(LEASE))) {
            begin(due);
        }
    }

    private void begin(DueRuns.Due due) {
        Optional<Missed> obstacle = obstacle(due);
        if (obstacle.isPresent()) {
            miss(due, obstacle.get().name(), obstacle.get().words());
            return;
        }
        try {
            String key = "schedule-" + due.run().schedule + "-" + due.run().plannedAt.toEpochMilli();
            UUID job = UUID.fromString(Blocking.await(submission.submit(
                            due.schedule().cluster, request(due), Optional.of(new IdempotencyKey(key)), requester(due)))
                    .id());
            Blocking.await(runs.started(due, job));
            metrics.started();
        } catch (ProblemException e) {
            miss(due, e.problem().code(), e.problem().detail());
        }
    }

    private void miss(DueRuns.Due due, String code, String detail) {
        Blocking.await(runs.missed(due, code, detail));
        metrics.missed();
        LOG.warnf("schedule %s missed its run of %s: %s", due.schedule().name, due.run().plannedAt, code);
    }

    private Optional<Missed> obstacle(DueRuns.Due due) {
        ScheduleRow schedule = due.schedule();
        Instant now = runs.now();
        if (due.run().plannedAt.plus(config.grace()).isBefore(now)) {
            return Optional.of(Missed.TOO_LATE);
        }
        if (due.run().askedBy == null && Purpose.changes(schedule.runbook, schedule.mode) && !isOpen(schedule, now)) {
            return Optional.of(Missed.OUTSIDE_WINDOW);
        }
        if (!Blocking.await(holders.may(requester(due), Role.OPERATOR))) {
            return Optional.of(Missed.OWNER_MAY_NOT);
        }
        return isStillRunning(schedule) ? Optional.of(Missed.PREVIOUS_STILL_RUNNING) : Optional.empty();
    }

    private static boolean isOpen(ScheduleRow schedule, Instant now) {
        return Schedule.timetable(schedule).filter(table -> table.isOpen(now)).isPresent();
    }

    private boolean isStillRunning(ScheduleRow schedule) {
        Optional<UUID> last = Blocking.await(runs.lastJob(schedule.id));
        return last.isPresent()
                && Blocking.await(jobs.summary(last.get()))
                        .map(JobSummary::state)
                        .filter(state -> !state.isFinal())
                        .isPresent();
    }

    private static String requester(DueRuns.Due due) {
        return due.run().askedBy == null ? due.schedule().owner : due.run().askedBy;
    }

    private static JobRequest request(DueRuns.Due due) {
        ScheduleRow schedule = due.schedule();
        String reason = "schedule " + schedule.name + (due.run().detail == null ? "" : ": " + due.run().detail);
        return new JobRequest(
                schedule.runbook,
                null,
                ScheduleJson.parameters(schedule.parameters),
                schedule.mode,
                null,
                reason,
                schedule.ticket);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "scheduler");
        thread.setDaemon(true);
        return thread;
    }
}
