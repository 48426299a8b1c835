package io.presencemedic.job;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.sqlclient.Row;
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

    /** That priorities are not negative is said so that job_live is found, which is hidden from claims. */
    static final String COUNTS = """
            select
              (select count(*) from job where blocks_cluster),
              (select coalesce(extract(epoch from now() - min(h.since)), 0)::bigint from held_off h join job j on j.id = h.job
                where j.blocks_cluster),
              count(*) filter (where owner is null and due_at <= now()),
              coalesce(extract(epoch from now() - min(due_at) filter (where owner is null and due_at <= now())), 0)::bigint,
              count(*) filter (where owner is not null and lease_until > now()),
              count(*) filter (where owner is null and due_at > now() and finished_at is null)
            from job where live and priority >= 0""";

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
        Row row = database.run(COUNTS).get(0);
        leftOff.set(row.getLong(0));
        oldestDebt.set(row.getLong(1));
        due.set(row.getLong(2));
        oldestDue.set(row.getLong(3));
        running.set(row.getLong(4));
        waiting.set(row.getLong(5));
    }
}
