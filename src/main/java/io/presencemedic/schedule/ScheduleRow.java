package io.presencemedic.schedule;

import io.presencemedic.access.KeyHolder;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.job.JobRequest;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.schedule.time.CronTimes;
import io.presencemedic.schedule.time.Timetable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    @Column(name = "owner_key")
    UUID ownerKey;

    @Column
    String owner;

    @Column(name = "owner_person")
    String ownerPerson;

    @Column(name = "paused_why")
    @Enumerated(EnumType.STRING)
    Schedule.@Nullable Paused pausedWhy;

    @Column(name = "next_at")
    @Nullable
    Instant nextAt;

    @Column(name = "next_runs")
    String nextRuns;

    @Column(name = "created_at")
    Instant createdAt;

    @Version
    long version;

    /** Takes over what a caller wrote; he is its owner from now on. */
    void take(ScheduleDocument document, KeyHolder by) {
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
        ownerKey = by.key();
        owner = by.name();
        ownerPerson = by.person();
    }

    KeyHolder holder() {
        return new KeyHolder(ownerKey, owner, ownerPerson);
    }

    Verb verb() {
        return Purpose.verb(runbook, mode);
    }

    boolean changes() {
        return Purpose.changes(runbook, mode);
    }

    void pause(Schedule.Paused why) {
        pausedWhy = why;
        nextAt = null;
        nextRuns = "[]";
    }

    /** Has it run at these times next; where there are none it rests. */
    void plan(List<Instant> next) {
        if (next.isEmpty()) {
            pause(Schedule.Paused.NO_TIME_LEFT);
            return;
        }
        pausedWhy = null;
        nextAt = next.get(0);
        nextRuns = ScheduleJson.write(next);
    }

    /** Its next times after that one; empty where its time zone is not known any more. */
    Optional<List<Instant>> nextAfter(Instant time) {
        return timetable().map(table -> table.next(time, Schedule.SHOWN));
    }

    /** Has it run at these times next; absent where its time zone is not known any more. */
    void plan(Optional<List<Instant>> next) {
        next.ifPresentOrElse(this::plan, () -> pause(Schedule.Paused.TIME_ZONE_UNKNOWN));
    }

    /** When it is due; empty where its time zone is not known any more. */
    Optional<Timetable> timetable() {
        return TimetableReader.zone(timeZone)
                .flatMap(zone -> CronTimes.parse(cron, zone))
                .map(times ->
                        TimetableReader.of(times, ScheduleJson.windows(windows), ScheduleJson.blackouts(blackouts)));
    }

    /** The request for its job. */
    JobRequest request(String reason) {
        return new JobRequest(runbook, null, ScheduleJson.parameters(parameters), mode, null, reason, ticket);
    }
}
