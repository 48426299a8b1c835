package io.presencemedic.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.presencemedic.notify.format.EventKind;
import io.presencemedic.notify.format.MessageFormat;
import io.presencemedic.notify.signature.BodySignature;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as callers see it: without its secrets.
 *
 * @param id its identity
 * @param enabled whether it is told; its messages are kept while it is not
 * @param disabledReason why it is not told; null where it is
 * @param disabledAt since when it is not told
 * @param oldSecretUntil until when the secret before the present one signs too; null where there is none
 * @param pending how many messages wait for it
 * @param oldestPendingAt since when the first of them waits; null where none waits
 */
@Schema(description = "An endpoint that is told what happens.")
@JsonInclude(JsonInclude.Include.ALWAYS)
@Value.Builder
record Webhook(
        UUID id,
        String name,
        String url,
        MessageFormat format,
        List<EventKind> events,
        List<String> clusters,
        @Nullable BodySignature bodyHmac,
        @Nullable Authorization authorization,
        boolean enabled,
        @Nullable Disabled disabledReason,
        @Nullable Instant disabledAt,
        @Nullable Instant oldSecretUntil,
        long pending,
        @Nullable Instant oldestPendingAt,
        Instant createdAt,
        String createdBy) {
    /** Why an endpoint is not told. */
    enum Disabled {
        /** An administrator wanted it so. */
        REQUESTED,
        /** The receiver said that it is gone for good (410). */
        GONE,
        /** Too many messages in a row had to be given up. */
        FAILURES
    }

    /** What waits for an endpoint. */
    record Waiting(long pending, @Nullable Instant oldestAt) {
        static final Waiting NONE = new Waiting(0, null);
    }

    static Webhook of(WebhookRow row, Waiting waiting) {
        return new WebhookBuilder()
                .id(row.id)
                .name(row.name)
                .url(row.url)
                .format(row.format)
                .events(Arrays.stream(row.events).map(EventKind::valueOf).toList())
                .clusters(List.of(row.clusters))
                .bodyHmac(signature(row))
                .authorization(
                        row.authScheme == null
                                ? null
                                : new Authorization(row.authScheme, Objects.requireNonNull(row.authCredential)))
                .enabled(row.disabledWhy == null)
                .disabledReason(row.disabledWhy)
                .disabledAt(row.disabledAt)
                .oldSecretUntil(row.oldUntil)
                .pending(waiting.pending())
                .oldestPendingAt(waiting.oldestAt())
                .createdAt(row.createdAt)
                .createdBy(row.createdBy)
                .build();
    }

    @Nullable
    static BodySignature signature(WebhookRow row) {
        return row.hmacHeader == null
                ? null
                : new BodySignature(
                        row.hmacHeader,
                        Objects.requireNonNull(row.hmacEncoding),
                        Objects.requireNonNull(row.hmacPrefix));
    }
}
