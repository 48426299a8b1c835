package io.presencemedic.notify;

import io.presencemedic.notify.delivery.DeliveryFailure;
import io.presencemedic.notify.format.EventKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What has become of one event for one endpoint.
 *
 * @param id its identity
 * @param messageId the header webhook-id, the same at each attempt
 * @param subject path of what the event is about
 * @param attempts how often it was sent, since it was last asked for
 * @param nextAttemptAt when it is sent at the earliest; null once it has ended
 * @param lastStatus HTTP status of the last answer; null where none came
 * @param lastAnswer the first 512 bytes of the last answer; null where none came
 * @param lastFailure why the last attempt did not reach its aim; null where it did
 * @param lastDetail more about that for a person
 * @param endedAt when it was delivered or given up
 */
@Schema(description = "What has become of one event for one endpoint.")
@Value.Builder
record Delivery(
        UUID id,

        @Schema(examples = "msg_01930b1e-5c1f-7f1e-9a55-0f6b3c2f1a10")
        String messageId,

        EventKind event,
        @Nullable String cluster,
        String subject,
        String summary,
        DeliveryState state,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Integer lastStatus,
        @Nullable String lastAnswer,
        @Nullable DeliveryFailure lastFailure,
        @Nullable String lastDetail,
        @Nullable Instant endedAt) {
    static Delivery of(DeliveryRow row) {
        NotificationRow told = row.notification;
        return new DeliveryBuilder()
                .id(row.id)
                .messageId(told.notification().messageId())
                .event(told.kind)
                .cluster(told.cluster)
                .subject(told.subject)
                .summary(told.summary)
                .state(row.state)
                .attempts(row.attempts)
                .createdAt(row.createdAt)
                .nextAttemptAt(row.state == DeliveryState.PENDING ? row.dueAt : null)
                .lastAttemptAt(row.lastAttemptAt)
                .lastStatus(row.lastStatus)
                .lastAnswer(row.lastAnswer)
                .lastFailure(row.lastFailure)
                .lastDetail(row.lastDetail)
                .endedAt(row.endedAt)
                .build();
    }
}
