package io.presencemedic.schedule;

import io.presencemedic.job.JobMode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A schedule; what has parts is JSON. */
@Entity
@Table(name = "schedule")
class ScheduleRow {
    @Id
    UUID id;

    @Column
    String name;

    @Column
    String cluster;

    @Column
    String runbook;

    @Column
    @Enumerated(EnumType.STRING)
    JobMode mode;

    @Column
    String parameters;

    @Column
    String cron;

    @Column(name = "time_zone")
    String timeZone;

    @Column
    String windows;

    @Column
    String blackouts;

    @Column
    @Nullable
    String ticket;

    @Column
    String owner;

    @Column(name = "paused_why")
    @Enumerated(EnumType.STRING)
    Schedule.@Nullable Paused pausedWhy;

    @Column(name = "next_at")
    @Nullable
    Instant nextAt;

    @Column(name = "created_at")
    Instant createdAt;

    /** Takes over what a caller wrote; he is its owner from now on. */
    void take(ScheduleDocument document, String by) {
        name = document.name();
        cluster = document.cluster();
        runbook = document.runbook();
        mode = document.modeOrDefault();
        parameters = ScheduleJson.write(document.parametersOrNone());
        cron = document.cron();
        timeZone = document.timeZone();
        windows = ScheduleJson.write(document.windowsOrNone());
        blackouts = ScheduleJson.write(document.blackoutsOrNone());
        ticket = document.ticket();
        owner = by;
    }

    void pause(Schedule.Paused why) {
        pausedWhy = why;
        nextAt = null;
    }

    void plan(Instant next) {
        pausedWhy = null;
        nextAt = next;
    }
}
