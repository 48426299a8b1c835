package io.presencemedic.job;

import io.presencemedic.database.Blocking;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Claims due jobs and runs them on a bounded pool of threads; keeps their leases; gives them back when it stops. */
@ApplicationScoped
class JobWorker {
    private static final Logger LOG = Logger.getLogger(JobWorker.class);
    private static final Duration LONGEST_NAP = Duration.ofSeconds(1);
    private static final Duration SHORTEST_NAP = Duration.ofMillis(5);

    private final JobClaims claims;
    private final JobRunner runner;
    private final JobSignals signals;
    private final Jobs jobs;
    private final JobMetrics metrics;
    private final JobConfig config;
    private final String name = WorkerName.ofThisProcess();
    private final Map<UUID, RunningJob> running = new ConcurrentHashMap<>();
    private final Semaphore news = new Semaphore(0);
    private final ExecutorService threads;
    private final Thread dispatcher = new Thread(this::dispatch, "job-dispatcher");
    private final Thread heartbeat = new Thread(this::beat, "job-heartbeat");
    private volatile boolean stopping;
    private volatile long lastLookNanos = System.nanoTime();

    JobWorker(JobClaims claims, JobRunner runner, JobSignals signals, Jobs jobs, JobMetrics metrics, JobConfig config) {
        this.claims = claims;
        this.runner = runner;
        this.signals = signals;
        this.jobs = jobs;
        this.metrics = metrics;
        this.config = config;
        this.threads = Executors.newFixedThreadPool(Math.max(1, config.workers()));
    }

    void start(@Observes @Priority(5_000) StartupEvent event) {
        if (config.workers() == 0) {
            return;
        }
        signals.listen(job -> news.release());
        dispatcher.setDaemon(true);
        heartbeat.setDaemon(true);
        dispatcher.start();
        heartbeat.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        news.release();
        running.values().forEach(RunningJob::lose);
        threads.shutdown();
        if (!threads.awaitTermination(config.lease().toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("some jobs did not stop in time; their leases run out by themselves");
        }
    }

    /** Whether the worker has looked for jobs lately. */
    boolean isAlive() {
        boolean looksOften =
                System.nanoTime() - lastLookNanos < LONGEST_NAP.multipliedBy(10).toNanos();
        return config.workers() == 0 || (dispatcher.isAlive() && looksOften);
    }

    private void dispatch() {
        while (!stopping) {
            try {
                news.drainPermits();
                nap(claimAndRun());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                warn("cannot look for jobs", e);
                napQuietly();
            }
        }
    }

    /** How long until it is worth looking again. */
    private Duration claimAndRun() {
        int free = config.workers() - running.size();
        lastLookNanos = System.nanoTime();
        if (free <= 0) {
            return LONGEST_NAP;
        }
        long askedAt = System.nanoTime();
        List<JobClaims.Claim> claimed = Blocking.await(claims.claim(name, free, config.lease()));
        lastLookNanos = System.nanoTime();
        for (JobClaims.Claim claim : claimed) {
            RunningJob job = new RunningJob(claim, askedAt, config.lease());
            running.put(claim.job(), job);
            threads.execute(() -> run(job));
        }
        return claimed.isEmpty() ? Blocking.await(claims.untilNextDue()).orElse(LONGEST_NAP) : Duration.ZERO;
    }

    private void run(RunningJob job) {
        try {
            runner.run(job);
        } catch (ClaimLost e) {
            LOG.infof("job %s is not run here any more", job.claim().job());
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "job %s was interrupted; it is taken up again when its lease has run out",
                    job.claim().job());
        } finally {
            running.remove(job.claim().job(), job);
            news.release();
            if (stopping) {
                giveBack(job);
            }
        }
    }

    private void giveBack(RunningJob job) {
        try {
            Blocking.await(claims.release(job.claim(), "the service stops"));
        } catch (RuntimeException e) {
            LOG.debugf(
                    e,
                    "job %s was not given back; its lease runs out by itself",
                    job.claim().job());
        }
    }

    private void nap(Duration wanted) throws InterruptedException {
        Duration longEnough = wanted.compareTo(SHORTEST_NAP) < 0 ? SHORTEST_NAP : wanted;
        Duration nap = longEnough.compareTo(LONGEST_NAP) < 0 ? longEnough : LONGEST_NAP;
        news.tryAcquire(nap.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void napQuietly() {
        try {
            nap(LONGEST_NAP);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void beat() {
        Duration pause = config.lease().multipliedBy(3).dividedBy(10);
        Semaphore never = new Semaphore(0);
        while (!stopping) {
            try {
                never.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                renew();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                warn("cannot renew leases", e);
                dropWhatEndsSoon();
            }
        }
    }

    /** While the service stops, the database may be gone before this worker notices. */
    private void warn(String what, RuntimeException why) {
        if (!stopping) {
            LOG.warnf("%s: %s", what, why.getMessage());
        }
    }

    private void renew() {
        metrics.needAttention(Blocking.await(jobs.blockingCount()));
        List<RunningJob> held = List.copyOf(running.values());
        if (held.isEmpty()) {
            return;
        }
        long askedAt = System.nanoTime();
        List<UUID> ids = held.stream().map(job -> job.claim().job()).toList();
        List<UUID> renewed = Blocking.await(
                claims.renew(name, ids, config.lease()), config.lease().dividedBy(2));
        for (RunningJob job : held) {
            if (renewed.contains(job.claim().job())) {
                job.renewed(askedAt, config.lease());
            } else if (running.containsKey(job.claim().job())) {
                job.lose();
            }
        }
    }

    private void dropWhatEndsSoon() {
        Duration margin = config.lease().multipliedBy(3).dividedBy(10);
        running.values().stream()
                .filter(job -> job.endsWithin(margin, System.nanoTime()))
                .forEach(RunningJob::lose);
    }
}
