package io.presencemedic.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One time of a schedule. */
@Entity
@Table(name = "schedule_run")
@IdClass(ScheduleRunRow.Key.class)
class ScheduleRunRow {
    @Id
    UUID schedule;

    @Id
    @Column(name = "planned_at")
    Instant plannedAt;

    @Column
    @Enumerated(EnumType.STRING)
    ScheduleRun.State state;

    @Column
    @Nullable
    UUID claim;

    @Column(name = "lease_until")
    @Nullable
    Instant leaseUntil;

    @Column(name = "asked_by")
    @Nullable
    String askedBy;

    @Column
    @Nullable
    UUID job;

    @Column
    @Nullable
    String code;

    @Column
    @Nullable
    String detail;

    @Column(name = "waits_for")
    @Nullable
    String waitsFor;

    @Column
    int missed;

    /** A schedule and a time. */
    record Key(UUID schedule, Instant plannedAt) implements Serializable {}
}
