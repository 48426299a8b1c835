package io.presencemedic.job.worker;

import io.micrometer.core.instrument.MeterRegistry;
import io.presencemedic.database.Loop;
import io.presencemedic.job.store.DatabaseSession;
import io.presencemedic.job.store.EngineDatabase;
import io.presencemedic.job.store.JobCounts;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/**
 * What monitoring can see of all jobs, looked up now and then by a thread that nothing else waits for;
 * {@code medic_left_switched_off} is the alarm.
 */
@ApplicationScoped
class JobGauges {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final EngineDatabase database;
    private final AtomicLong leftOff = new AtomicLong();
    private final AtomicLong oldestDebt = new AtomicLong();
    private final AtomicLong due = new AtomicLong();
    private final AtomicLong oldestDue = new AtomicLong();
    private final AtomicLong running = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final Loop loop = new Loop("job-gauges", this::look);

    JobGauges(EngineDatabase database, DatabaseSession session, JobWorker worker, MeterRegistry registry) {
        this.database = database;
        registry.gauge("medic.left.switched.off", leftOff);
        registry.gauge("medic.left.switched.off.oldest.seconds", oldestDebt);
        registry.gauge("medic.jobs.due", due);
        registry.gauge("medic.jobs.due.oldest.seconds", oldestDue);
        registry.gauge("medic.jobs.running", running);
        registry.gauge("medic.jobs.waiting", waiting);
        registry.gauge("medic.jobs.running.here", worker, number(JobWorker::runningNow));
        registry.gauge("medic.database.session.open", session, number(each -> each.isOpen() ? 1 : 0));
    }

    private static <T> ToDoubleFunction<T> number(ToDoubleFunction<T> of) {
        return of;
    }

    void start(@Observes @Priority(5_000) StartupEvent event) {
        loop.start(EVERY);
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private void look() {
        JobCounts now = JobCounts.count(database);
        leftOff.set(now.leftOff());
        oldestDebt.set(now.oldestDebt());
        due.set(now.due());
        oldestDue.set(now.oldestDue());
        running.set(now.running());
        waiting.set(now.waiting());
    }
}
