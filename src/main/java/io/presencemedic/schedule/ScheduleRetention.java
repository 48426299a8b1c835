package io.presencemedic.schedule;

import io.presencemedic.database.Retention;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** How long is kept what has become of the times of schedules. */
final class ScheduleRetention {
    private static final String REMOVAL = """
            delete from schedule_run where (schedule, planned_at) in (
              select schedule, planned_at from schedule_run
              where planned_at < now() - make_interval(secs => $1) and state <> 'DUE'
              order by planned_at limit $2 for update skip locked)""";

    private ScheduleRetention() {}

    @Produces
    @Singleton
    static Retention runs(ScheduleConfig config) {
        return new Retention("schedule-runs", config.retention(), REMOVAL, List.of("schedule_run"));
    }
}
