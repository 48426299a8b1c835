package io.presencemedic.schedule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.presencemedic.notify.format.EventKind;
import io.presencemedic.notify.format.Gravity;
import io.presencemedic.notify.format.Notification;
import io.presencemedic.notify.format.NotificationBuilder;
import java.time.Instant;

/** Tells that a schedule could not do at its time what it is for. */
final class MissedNotification {
    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private MissedNotification() {}

    static Notification of(ScheduleRow schedule, ScheduleRunRow run, Instant now) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ObjectNode missed = data.putObject("schedule");
        missed.put("id", schedule.id.toString());
        missed.put("name", schedule.name);
        missed.put("runbook", schedule.runbook);
        missed.put("plannedAt", run.plannedAt.toString());
        missed.put("missed", run.missed);
        missed.put("code", run.code);
        missed.put("detail", run.detail);
        missed.put("pausedReason", schedule.pausedWhy == null ? null : schedule.pausedWhy.name());
        String times = run.missed == 1 ? "its run of " : run.missed + " runs since ";
        return new NotificationBuilder()
                .id(IDS.generate())
                .kind(EventKind.SCHEDULE_MISSED)
                .at(now)
                .cluster(schedule.cluster)
                .ticket(schedule.ticket)
                .gravity(Gravity.WARNING)
                .key("presence-medic:schedule:" + schedule.id)
                .subject(Schedule.PATH + "/" + schedule.id)
                .summary("Schedule " + schedule.name + " on " + schedule.cluster + " missed " + times + run.plannedAt
                        + ": " + run.detail)
                .data(data)
                .build();
    }
}
