package io.presencemedic.job.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.OutstandingHolds;
import io.presencemedic.job.log.PlanHash;
import io.presencemedic.job.view.JobView;
import java.time.Instant;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a job's row says of its log: what the database guards, searches by, and shows in lists.
 *
 * @param priority 0 where something is off, 1 for a job that changes its cluster, 2 for one that only reads
 * @param failure as JSON; null where there is none
 * @param view the job as callers see it, as JSON; null until it is final
 * @param retryAt when what is left off is tried again by itself; null where that is not to be
 */
@Value.Builder
record RowState(
        JobState state,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long lastSeq,
        boolean blocksCluster,
        int priority,
        @Nullable String failure,
        @Nullable String view,
        @Nullable String planHash,
        @Nullable Instant retryAt) {
    /** Something is off: nothing goes before it. */
    static final int URGENT = 0;
    /** May change its cluster. */
    static final int CHANGING = 1;
    /** Only reads. */
    static final int READING = 2;

    static RowState of(UUID id, JobHistory history, boolean mutating, ObjectMapper json) {
        boolean isPlan = history.isPlan();
        return new RowStateBuilder()
                .state(history.state())
                .startedAt(history.startedAt())
                .finishedAt(history.isFinished() ? history.finishedAt() : null)
                .lastSeq(history.lastSeq())
                .blocksCluster(history.blocksCluster())
                .priority(priority(history, mutating))
                .failure(history.failure().map(failure -> write(json, failure)).orElse(null))
                .view(history.isFinished() ? write(json, JobView.of(id, history)) : null)
                .planHash(isPlan && history.isFinished() ? PlanHash.of(history).orElse(null) : null)
                .retryAt(history.retryAt())
                .build();
    }

    private static int priority(JobHistory history, boolean mutating) {
        if (!mutating) {
            return READING;
        }
        return OutstandingHolds.holds(history).isEmpty() ? CHANGING : URGENT;
    }

    private static String write(ObjectMapper json, Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
