package io.presencemedic.notify;

import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.cluster.credential.CredentialSource;
import io.presencemedic.notify.delivery.DeliveryFailure;
import io.presencemedic.notify.delivery.HttpSender;
import io.presencemedic.notify.delivery.Outgoing;
import io.presencemedic.notify.format.Message;
import io.presencemedic.notify.format.MessageFormat;
import io.presencemedic.notify.signature.StandardSignature;
import io.presencemedic.notify.signature.WebhookSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes one attempt: signs the message, shows who we are, sends it, and judges the answer. Blocks. */
@ApplicationScoped
class DeliverySender {
    private final HttpSender sender;
    private final WebhookSecrets secrets;
    private final CredentialSource credentials;
    private final NotifyConfig config;
    private final Clock clock;

    DeliverySender(
            HttpSender sender, WebhookSecrets secrets, CredentialSource credentials, NotifyConfig config, Clock clock) {
        this.sender = sender;
        this.secrets = secrets;
        this.credentials = credentials;
        this.config = config;
        this.clock = clock;
    }

    Attempt attempt(DueDelivery due) {
        List<WebhookSecret> opened = opened(due);
        if (opened.isEmpty()) {
            return Attempt.failed(
                    DeliveryFailure.SECRET_UNREADABLE,
                    "the secret was sealed with another key; set medic.notify.secret-key to the same in all processes, or give the webhook a new secret");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "Presence-Medic");
        headers.put("Accept", "application/json, */*;q=0.1");
        if (due.authorization() != null) {
            Optional<String> shown = shown(due.authorization());
            if (shown.isEmpty()) {
                return Attempt.failed(
                        DeliveryFailure.CREDENTIAL_UNKNOWN,
                        "the configuration has no credential \""
                                + due.authorization().credential() + "\"");
            }
            if (!credentials.isFor(due.authorization().credential(), host(due))) {
                return Attempt.failed(DeliveryFailure.CREDENTIAL_BOUND, bound(due));
            }
            headers.put("Authorization", shown.get());
        }
        return due.format() == MessageFormat.SERVICENOW_RECORD
                ? new RecordUpdate(sender, config.timeout(), due, headers, body -> sign(due, opened, body))
                        .attempt(clock.instant())
                : Attempt.of(sender.send(post(due, headers, opened), config.timeout()), clock.instant());
    }

    private static String host(DueDelivery due) {
        return new Outgoing("POST", due.url(), Map.of(), new byte[0]).host();
    }

    private static String bound(DueDelivery due) {
        String name = Objects.requireNonNull(due.authorization()).credential();
        return "the credential \"" + name + "\" is for other hosts and was not sent to " + host(due)
                + "; name this one in medic.credentials.\"" + name + "\".hosts";
    }

    private Outgoing post(DueDelivery due, Map<String, String> headers, List<WebhookSecret> opened) {
        Message message = due.message();
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", message.contentType());
        all.putAll(sign(due, opened, message.body()));
        return new Outgoing("POST", due.url(), all, message.body());
    }

    private Map<String, String> sign(DueDelivery due, List<WebhookSecret> opened, byte[] body) {
        Instant now = clock.instant();
        String id = due.event().messageId();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(now.getEpochSecond()));
        headers.put("webhook-signature", StandardSignature.of(opened, id, now, body));
        if (due.bodySignature() != null) {
            headers.put(due.bodySignature().header(), due.bodySignature().of(opened.get(0), body));
        }
        return headers;
    }

    /** All secrets, or none where one of them cannot be opened: a receiver that still has the old one would refuse. */
    private List<WebhookSecret> opened(DueDelivery due) {
        List<WebhookSecret> opened = new ArrayList<>();
        for (String sealed : due.sealedSecrets()) {
            Optional<WebhookSecret> secret = secrets.open(due.webhook(), sealed);
            if (secret.isEmpty()) {
                return List.of();
            }
            opened.add(secret.get());
        }
        return opened;
    }

    private Optional<String> shown(Authorization authorization) {
        return credentials.find(authorization.credential()).map(found -> switch (authorization.scheme()) {
            case BASIC -> "Basic " + basic(found);
            case BEARER -> "Bearer " + found.password();
        });
    }

    private static String basic(Credential credential) {
        String pair = credential.username() + ":" + credential.password();
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
