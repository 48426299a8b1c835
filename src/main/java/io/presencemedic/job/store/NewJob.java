package io.presencemedic.job.store;

import io.presencemedic.job.log.EventJson;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.RecordedEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that is not stored yet.
 *
 * @param mutating whether the job may change its cluster; one such job is live per cluster
 * @param most how many jobs that only read its caller may have on the cluster
 */
public record NewJob(UUID id, JobEvent.Submitted submitted, boolean mutating, long most) {
    /**
     * Makes the job's row and its first event, and keeps the cluster as it is until the transaction ends. Gives the
     * time; nothing where there is no such cluster, or where its caller has too many jobs on it that only read.
     */
    static final String INSERT = """
            with kept as (select id, clock_timestamp() as now from cluster where id = $1 for share),
            made as (
              insert into job (id, cluster, runbook, mode, state, mutating, requested_by, reason, ticket, created_at,
                due_at, fence, last_seq, blocks_cluster, priority)
              select cast($2 as uuid), id, cast($3 as text), cast($4 as text), 'QUEUED', cast($5 as boolean),
                cast($6 as text), cast($7 as text), cast($8 as text), now, now, 0, 1, false, cast($9 as smallint)
              from kept
              where cast($5 as boolean) or cast($10 as bigint) > (select count(*) from job
                where cluster = $1 and requested_by = cast($6 as text) and finished_at is null and not mutating)
              returning id, created_at),
            written as (
              insert into job_event (job, seq, at, body) select id, 1, created_at, cast($11 as text) from made)
            select created_at from made""".replaceAll("\\s+", " ");

    /** What {@link #INSERT} wants, in its order. */
    List<@Nullable Object> parameters(EventJson json) {
        return Collections.unmodifiableList(Arrays.asList(
                submitted.cluster(),
                id,
                submitted.runbook(),
                submitted.mode().name(),
                mutating,
                submitted.requestedBy(),
                submitted.reason(),
                submitted.ticket(),
                (short) (mutating ? RowState.CHANGING : RowState.READING),
                most,
                json.write(submitted)));
    }

    /** The job's log when it was made at that time. */
    JobHistory history(Instant at) {
        return JobHistory.of(List.of(new RecordedEvent(1, at, submitted)));
    }

    /** What is written together with it. */
    List<OutboxStatement> outbox(JobEventListeners listeners, Instant at) {
        JobHistory history = history(at);
        return listeners.appending(id, history, history.events());
    }
}
