package io.presencemedic.job.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One command with its answer, secrets masked. */
@Entity
@Table(name = "job_transcript")
class TranscriptRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    @Column
    UUID job;

    @Column
    @Nullable
    Integer line;

    @Column
    String node;

    @Column
    String command;

    @Column
    String answer;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    @Column
    @Nullable
    String failure;
}
