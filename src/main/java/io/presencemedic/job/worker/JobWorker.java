package io.presencemedic.job.worker;

import io.presencemedic.database.DatabaseTrouble;
import io.presencemedic.database.Loop;
import io.presencemedic.job.JobConfig;
import io.presencemedic.job.log.EventJson;
import io.presencemedic.job.run.LogContext;
import io.presencemedic.job.store.DatabaseSession;
import io.presencemedic.job.store.JobClaims;
import io.presencemedic.job.store.JobSignals;
import io.presencemedic.runbook.ClaimLost;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Claims due jobs and runs them; keeps their leases; takes over from the dead; gives jobs back when it stops. */
@ApplicationScoped
class JobWorker {
    private static final Logger LOG = Logger.getLogger(JobWorker.class);
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(1);
    /** How often it is asked when the next job becomes due. */
    private static final Duration LOOK_AHEAD = Duration.ofMillis(50);
    /** How often a busy lane is looked at, so that several jobs are claimed together. */
    private static final Duration GATHER = Duration.ofMillis(20);
    /** How often others' sessions are looked for. */
    private static final Duration WATCH = Duration.ofMillis(50);

    private final JobClaims claims;
    private final JobRunner runner;
    private final JobSignals signals;
    private final DatabaseSession session;
    private final JobMetrics metrics;
    private final JobConfig config;
    private final EventJson json;
    private final DeadWorkers dead;
    private final Map<UUID, RunningJob> running = new ConcurrentHashMap<>();
    private final WorkerLane changing;
    private final WorkerLane reading;
    /** Where something has changed since the last turn; a turn that nobody asked for looks everywhere. */
    private final Set<WorkerLane> asked = ConcurrentHashMap.newKeySet();

    private final Loop dispatcher = new Loop("job-dispatcher", this::dispatch);
    private final Heartbeat beat;
    private final Loop heartbeat;
    private final Loop watch;
    private volatile boolean stopping;
    private long lookedAheadAt = System.nanoTime() - LOOK_AHEAD.toNanos();

    JobWorker(
            JobClaims claims,
            JobRunner runner,
            JobSignals signals,
            DatabaseSession session,
            JobMetrics metrics,
            JobConfig config,
            EventJson json) {
        this.claims = claims;
        this.runner = runner;
        this.signals = signals;
        this.session = session;
        this.metrics = metrics;
        this.config = config;
        this.json = json;
        this.dead = new DeadWorkers(claims, session.worker(), metrics);
        this.watch = new Loop("job-watch", this::watch);
        this.beat = new Heartbeat(claims, session, running, config.lease());
        this.heartbeat = new Loop("job-heartbeat", beat);
        this.changing = new WorkerLane(JobClaims.Lane.CHANGING, config.changingWorkers());
        this.reading = new WorkerLane(JobClaims.Lane.READING, Math.max(1, config.workers()));
    }

    void start(@Observes @Priority(5_000) StartupEvent event) {
        if (config.workers() == 0) {
            return;
        }
        signals.onDue(this::look);
        dispatcher.start(LOOK_ANYWAY);
        heartbeat.start(beat.pause());
        watch.start(WATCH);
    }

    /** Hands everything over at once: nothing more is sent, and others may go on before this process has ended. */
    void stop(@Observes @Priority(100) ShutdownEvent event) {
        stopping = true;
        Stream.of(dispatcher, watch, heartbeat).forEach(Loop::stop);
        List<RunningJob> held = List.copyOf(running.values());
        held.forEach(RunningJob::lose);
        try {
            claims.release(held.stream().map(RunningJob::claim).toList(), "the service stops", json);
            held.forEach(job -> signals.due(job.claim().job()));
        } catch (RuntimeException e) {
            LOG.warnf("some jobs were not given back; they are missed within the lease: %s", e.getMessage());
        }
        changing.stop();
        reading.stop();
    }

    /** Whether all threads turn their rounds, with the database or without it. */
    boolean isTurning() {
        return config.workers() == 0
                || stopping
                || Stream.of(dispatcher, heartbeat, watch).allMatch(loop -> loop.hasTurnedWithin(Loop.LONGEST_TURN));
    }

    /** Whether jobs are looked for, their leases are renewed, and news is heard. */
    boolean isWorking() {
        return config.workers() == 0
                || (session.isOpen()
                        && Stream.of(dispatcher, heartbeat, watch)
                                .allMatch(loop -> loop.hasSucceededWithin(LOOK_ANYWAY.multipliedBy(10))));
    }

    /** How many jobs this process works on now. */
    int runningNow() {
        return running.size();
    }

    /** Looks for jobs of a kind at once; of all kinds where it is not known which. */
    private void look(Optional<JobClaims.Lane> kind) {
        Stream.of(changing, reading)
                .filter(lane -> kind.isEmpty() || kind.get() == lane.kind())
                .forEach(asked::add);
        dispatcher.wake();
    }

    private void dispatch() {
        List<WorkerLane> some =
                Stream.of(changing, reading).filter(asked::remove).toList();
        if (session.isOpen()) {
            (some.isEmpty() ? List.of(changing, reading) : some).forEach(this::claimAndRun);
        }
        lookAhead();
    }

    private void lookAhead() {
        Duration since = Duration.ofNanos(System.nanoTime() - lookedAheadAt);
        if (since.compareTo(LOOK_AHEAD) < 0) {
            dispatcher.wakeIn(LOOK_AHEAD.minus(since));
        } else {
            lookedAheadAt = System.nanoTime();
            claims.untilNextDue().ifPresent(dispatcher::wakeIn);
        }
    }

    private void claimAndRun(WorkerLane lane) {
        int free = lane.free();
        if (free <= 0 || stopping || gathers(lane)) {
            return;
        }
        long askedAt = System.nanoTime();
        lane.lookedAt(askedAt);
        int perCluster = lane == reading ? config.readingPerCluster() : 1;
        List<JobClaims.Claim> claimed = claims.claim(lane.kind(), session.worker(), free, perCluster, config.lease());
        for (JobClaims.Claim claim : claimed) {
            RunningJob job = new RunningJob(claim, askedAt, config.lease());
            running.put(claim.job(), job);
            claim.before().ifPresentOrElse(dead::takenFrom, () -> metrics.claimed(claim.unattended()));
            lane.execute(() -> run(job), () -> look(Optional.of(lane.kind())));
            if (claim.begins()) {
                signals.grown(claim.job());
            }
        }
    }

    /** Whether it is too soon for a lane that has work; it is looked at a little later. */
    private boolean gathers(WorkerLane lane) {
        Duration since = Duration.ofNanos(System.nanoTime() - lane.lookedAt());
        boolean soon = lane.isBusy() && since.compareTo(GATHER) < 0;
        if (soon) {
            asked.add(lane);
            dispatcher.wakeIn(GATHER.minus(since));
        }
        return soon;
    }

    private void run(RunningJob job) {
        try (LogContext ignored = LogContext.of(job.claim().job())) {
            runOrSayWhyNot(job);
        } finally {
            running.remove(job.claim().job(), job);
        }
    }

    private void runOrSayWhyNot(RunningJob job) {
        try {
            runner.run(job);
        } catch (ClaimLost e) {
            metrics.claimLost();
            LOG.infof("job %s is not run here any more", job.claim().job());
            giveBack(job);
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isPassing(e)) {
                LOG.warnf(
                        "job %s was interrupted by the database: %s",
                        job.claim().job(), e.getMessage());
                giveBack(job);
            } else {
                LOG.errorf(
                        e,
                        "job %s was interrupted; it is taken up again when its lease has run out",
                        job.claim().job());
            }
        }
    }

    /** Where the claim stands after all, nobody has to wait for the end of its lease. */
    private void giveBack(RunningJob job) {
        running.remove(job.claim().job(), job);
        try {
            claims.release(List.of(job.claim()), "the work was interrupted", json);
        } catch (RuntimeException e) {
            LOG.debugf("job %s is missed within its lease: %s", job.claim().job(), e.getMessage());
        }
    }

    private void watch() {
        if (dead.endLeases()) {
            look(Optional.empty());
        }
    }
}
