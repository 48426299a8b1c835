package io.presencemedic.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.job.log.JobMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as callers see it.
 *
 * @param id its identity
 * @param owner in whose name and with whose rights its jobs run: the key that wrote it last
 * @param pausedReason why it rests; null where it runs
 * @param nextRuns when it is due next, at most five times; empty while it rests
 */
@Schema(description = "What runs by itself, and when.")
@Value.Builder
record Schedule(
        UUID id,
        String name,
        String cluster,
        String runbook,
        JobMode mode,
        ObjectNode parameters,
        String cron,
        String timeZone,
        List<ScheduleDocument.Window> windows,
        List<ScheduleDocument.Pause> blackouts,
        @Nullable String ticket,
        String owner,
        @Nullable Paused pausedReason,
        List<Instant> nextRuns,
        Instant createdAt) {
    static final String PATH = "/api/v1/schedules";
    /** How many of the next times are shown. */
    static final int SHOWN = 5;

    /** Why a schedule rests. */
    @Schema(name = "SchedulePaused")
    enum Paused {
        /** Somebody wanted it so. */
        REQUESTED,
        /** The owner's key is gone, or may not do this any more. */
        OWNER_MAY_NOT,
        /** Its cluster is not in the inventory any more. */
        CLUSTER_UNKNOWN,
        /** The Java runtime does not know its time zone any more. */
        TIME_ZONE_UNKNOWN,
        /** It has no time left within five years. */
        NO_TIME_LEFT
    }

    static Schedule of(ScheduleRow row) {
        return new ScheduleBuilder()
                .id(row.id)
                .name(row.name)
                .cluster(row.cluster)
                .runbook(row.runbook)
                .mode(row.mode)
                .parameters(ScheduleJson.parameters(row.parameters))
                .cron(row.cron)
                .timeZone(row.timeZone)
                .windows(ScheduleJson.windows(row.windows))
                .blackouts(ScheduleJson.blackouts(row.blackouts))
                .ticket(row.ticket)
                .owner(row.owner)
                .pausedReason(row.pausedWhy)
                .nextRuns(ScheduleJson.times(row.nextRuns))
                .createdAt(row.createdAt)
                .build();
    }
}
