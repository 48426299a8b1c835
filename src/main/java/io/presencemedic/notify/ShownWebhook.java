package io.presencemedic.notify;

import io.presencemedic.notify.format.EventKind;
import io.presencemedic.notify.format.MessageFormat;
import io.presencemedic.notify.signature.BodySignature;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An endpoint with a secret that the service has made: shown this once. */
@Schema(description = "An endpoint; with its secret, where the service has just made it: shown this once.")
record ShownWebhook(
        UUID id,
        String name,
        String url,
        MessageFormat format,
        List<EventKind> events,
        List<String> clusters,
        @Nullable BodySignature bodyHmac,
        @Nullable Authorization authorization,
        boolean enabled,
        Webhook.@Nullable Disabled disabledReason,
        @Nullable Instant disabledAt,
        @Nullable Instant oldSecretUntil,
        long pending,
        @Nullable Instant oldestPendingAt,
        Instant createdAt,
        String createdBy,
        @Nullable String secret) {}
