package io.presencemedic.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What monitoring can see of schedules; {@code medic_schedules_stopped} above 0 is an alarm: something does not run.
 */
@ApplicationScoped
class ScheduleMetrics {
    private final MeterRegistry registry;
    private final Mutiny.SessionFactory database;
    private final AtomicLong stopped = new AtomicLong();

    ScheduleMetrics(MeterRegistry registry, Mutiny.SessionFactory database) {
        this.registry = registry;
        this.database = database;
        registry.gauge("medic.schedules.stopped", stopped);
    }

    void started() {
        registry.counter("medic.schedules.started").increment();
    }

    /** @param code of {@link Missed}, or of the problem that the job was refused with */
    void missed(String code) {
        registry.counter("medic.schedules.missed", "code", code).increment();
    }

    /** Reads what the gauge shows. */
    Uni<Void> read() {
        return database.withSession(session -> session.createSelectionQuery(
                                "select count(*) from ScheduleRow where pausedWhy is not null and pausedWhy <> :requested",
                                Long.class)
                        .setParameter("requested", Schedule.Paused.REQUESTED)
                        .getSingleResult())
                .invoke(stopped::set)
                .replaceWithVoid();
    }
}
