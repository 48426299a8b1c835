package io.presencemedic.notify;

import io.presencemedic.notify.format.Message;
import io.presencemedic.notify.format.MessageFormat;
import io.presencemedic.notify.format.Notification;
import io.presencemedic.notify.signature.BodySignature;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A message whose turn it is, with all that is needed to send it.
 *
 * @param attempts how often it was sent already
 * @param sealedSecrets the secrets that sign it, the newest first
 */
@Value.Builder
record DueDelivery(
        UUID delivery,
        UUID webhook,
        int attempts,
        Notification event,
        URI url,
        MessageFormat format,
        List<String> sealedSecrets,
        @Nullable BodySignature bodySignature,
        @Nullable Authorization authorization) {
    static DueDelivery of(WebhookRow webhook, DeliveryRow delivery, Instant now) {
        List<String> secrets = new ArrayList<>(List.of(webhook.secret));
        if (webhook.oldSecret != null && webhook.oldUntil != null && now.isBefore(webhook.oldUntil)) {
            secrets.add(webhook.oldSecret);
        }
        return new DueDeliveryBuilder()
                .delivery(delivery.id)
                .webhook(webhook.id)
                .attempts(delivery.attempts)
                .event(delivery.notification.notification())
                .url(URI.create(webhook.url))
                .format(webhook.format)
                .sealedSecrets(secrets)
                .bodySignature(Webhook.signature(webhook))
                .authorization(
                        webhook.authScheme == null || webhook.authCredential == null
                                ? null
                                : new Authorization(webhook.authScheme, webhook.authCredential))
                .build();
    }

    Message message() {
        return format.message(event);
    }
}
