package io.presencemedic.job.store;

import io.presencemedic.database.Timestamps;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.view.JobSummary;
import io.presencemedic.job.view.JobSummaryBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** The row of a job: what the database must guarantee or search for; all else is in its events. */
@Entity
@Table(name = "job")
class JobRow {
    @Id
    UUID id;

    @Column
    String cluster;

    @Column
    String runbook;

    @Column
    @Enumerated(EnumType.STRING)
    JobMode mode;

    @Column
    @Enumerated(EnumType.STRING)
    JobState state;

    @Column
    boolean mutating;

    @Column(name = "requested_by")
    String requestedBy;

    @Column
    @Nullable
    String ticket;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "finished_at")
    @Nullable
    Instant finishedAt;

    @Column(name = "due_at")
    Instant dueAt;

    @Column
    @Nullable
    String owner;

    @Column(name = "lease_until")
    @Nullable
    Instant leaseUntil;

    @Column
    long fence;

    @Column(name = "last_seq")
    long lastSeq;

    @Column(name = "blocks_cluster")
    boolean blocksCluster;

    @Column
    short priority;

    @Column
    @Nullable
    String reason;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column
    @Nullable
    String failure;

    @Column
    @Nullable
    String view;

    @Column(name = "plan_hash")
    @Nullable
    String planHash;

    /** Whether its worker is dead: its lease has ended, on the database's clock. */
    @Formula("lease_until is not null and lease_until <= now()")
    boolean abandoned;

    /** @param said where the job stands by its log */
    JobState shown(JobState said) {
        return abandoned ? said.leftAlone() : said;
    }

    /** Takes over what the log says; a final job has no owner. */
    void reflect(RowState log) {
        state = log.state();
        startedAt = log.startedAt();
        finishedAt = log.finishedAt();
        lastSeq = log.lastSeq();
        blocksCluster = log.blocksCluster();
        priority = (short) log.priority();
        failure = log.failure();
        view = log.view();
        planHash = log.planHash();
        if (finishedAt != null) {
            dueAt = log.retryAt() == null ? Timestamps.NEVER : log.retryAt();
            disown();
        }
    }

    /** @param why its failure, as it was read; null where it has none */
    JobSummary inShort(@Nullable JobFailure why) {
        return new JobSummaryBuilder()
                .id(id)
                .cluster(cluster)
                .runbook(runbook)
                .state(shown(state))
                .failure(why)
                .requestedBy(requestedBy)
                .reason(reason)
                .ticket(ticket)
                .createdAt(createdAt)
                .startedAt(startedAt)
                .finishedAt(finishedAt)
                .build();
    }

    void disown() {
        owner = null;
        leaseUntil = null;
    }
}
