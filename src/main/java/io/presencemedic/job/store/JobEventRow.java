package io.presencemedic.job.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** An event in the log of a job. */
@Entity
@Table(name = "job_event")
@IdClass(JobEventRow.Key.class)
class JobEventRow {
    @Id
    UUID job;

    @Id
    long seq;

    @Column
    Instant at;

    /** The event as JSON. */
    @Column
    String body;

    /** Where the event stands. */
    record Key(UUID job, long seq) implements Serializable {}
}
