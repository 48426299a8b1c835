package io.presencemedic.schedule;

import io.presencemedic.database.Blocking;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Begins what is due. Every process does so; whichever comes first begins a run, and no other one does. */
@ApplicationScoped
class Scheduler {
    private static final Logger LOG = Logger.getLogger(Scheduler.class);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DueTimes times;
    private final DueRuns runs;
    private final RunStarter starter;
    private final ScheduleMetrics metrics;
    private final ScheduleConfig config;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Scheduler::thread);
    private @Nullable Instant lastLook;

    Scheduler(
            DueTimes times,
            DueRuns runs,
            RunStarter starter,
            ScheduleMetrics metrics,
            ScheduleConfig config,
            Clock clock) {
        this.times = times;
        this.runs = runs;
        this.starter = starter;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes @Priority(5_000) StartupEvent event) {
        timer.scheduleWithFixedDelay(() -> quietly(() -> Blocking.await(metrics.read())), 5, 15, TimeUnit.SECONDS);
        if (config.enabled()) {
            long pause = config.poll().toMillis();
            timer.scheduleWithFixedDelay(() -> quietly(this::look), pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** What a stop interrupts is no trouble: others go on with it. */
    private void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!timer.isShutdown()) {
                LOG.warnf("cannot look for what is due: %s", e);
            }
        }
    }

    /** Begins all that is due now. */
    synchronized void look() {
        Instant now = now();
        if (lastLook == null || now.isBefore(lastLook)) {
            planAnew(now);
        }
        lastLook = now;
        List<ScheduleRow> due = Blocking.await(times.due(now));
        due.forEach(row -> take(Turn.of(row, now, config.grace()), now));
        for (DueRuns.Due run : Blocking.await(runs.claim(LEASE))) {
            quietly(() -> starter.begin(run, now(), config.grace()));
        }
    }

    private void take(Turn turn, Instant now) {
        boolean isOurs = Blocking.await(times.enter(turn, now));
        Missed missed = turn.missed();
        if (isOurs && missed != null) {
            metrics.missed(missed.code());
            LOG.warnf("schedule %s missed its run of %s: %s", turn.schedule().name, turn.plannedAt(), missed.code());
        }
    }

    /** A clock that was ahead has put off what comes sooner. Times that were seen to already do not come again. */
    private void planAnew(Instant now) {
        for (ScheduleRow row : Blocking.await(times.waiting(now))) {
            Optional<List<Instant>> next = row.nextAfter(now);
            if (next.isPresent() && isSooner(next.get(), row)) {
                Set<Instant> known = Blocking.await(times.known(row.id, next.get()));
                List<Instant> open = next.get().stream()
                        .filter(time -> !known.contains(time))
                        .toList();
                if (isSooner(open, row)) {
                    Blocking.await(times.plan(row, open));
                }
            }
        }
    }

    private static boolean isSooner(List<Instant> next, ScheduleRow row) {
        return !next.isEmpty() && next.get(0).isBefore(Objects.requireNonNull(row.nextAt));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "scheduler");
        thread.setDaemon(true);
        return thread;
    }
}
