package io.presencemedic.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What monitoring can see of schedules. */
@ApplicationScoped
class ScheduleMetrics {
    private final MeterRegistry registry;

    ScheduleMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void started() {
        count("STARTED");
    }

    void missed() {
        count("MISSED");
    }

    private void count(String state) {
        registry.counter("medic.schedule.runs", "state", state).increment();
    }
}
