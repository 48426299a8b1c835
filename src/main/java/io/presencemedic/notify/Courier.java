package io.presencemedic.notify;

import io.presencemedic.cluster.Credential;
import io.presencemedic.cluster.CredentialSource;
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
import java.util.Optional;

/** Makes one attempt: signs the message, shows who we are, sends it, and judges the answer. Blocks. */
@ApplicationScoped
class Courier {
    private final HttpSender sender;
    private final WebhookSecrets secrets;
    private final CredentialSource credentials;
    private final NotifyConfig config;
    private final Clock clock;

    Courier(
            HttpSender sender,
            WebhookSecrets secrets,
            CredentialSource credentials,
            NotifyConfig config,
            Clock clock) {
        this.sender = sender;
        this.secrets = secrets;
        this.credentials = credentials;
        this.config = config;
        this.clock = clock;
    }

    Attempt attempt(Parcel parcel) {
        List<WebhookSecret> opened = opened(parcel);
        if (opened.isEmpty()) {
            return Attempt.failed(
                    DeliveryFailure.SECRET_UNREADABLE,
                    "the secret was sealed with another key; set medic.notify.secret-key to the same in all processes, or give the webhook a new secret");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "Presence-Medic");
        headers.put("Accept", "application/json, */*;q=0.1");
        if (parcel.authorization() != null) {
            Optional<String> shown = shown(parcel.authorization());
            if (shown.isEmpty()) {
                return Attempt.failed(
                        DeliveryFailure.CREDENTIAL_UNKNOWN,
                        "the configuration has no credential \""
                                + parcel.authorization().credential() + "\"");
            }
            headers.put("Authorization", shown.get());
        }
        return parcel.format() == MessageFormat.SERVICENOW_RECORD
                ? new RecordUpdate(sender, config.timeout(), parcel, headers, body -> sign(parcel, opened, body))
                        .attempt(clock.instant())
                : Attempt.of(sender.send(post(parcel, headers, opened), config.timeout()), clock.instant());
    }

    private Outgoing post(Parcel parcel, Map<String, String> headers, List<WebhookSecret> opened) {
        Message message = parcel.message();
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", message.contentType());
        all.putAll(sign(parcel, opened, message.body()));
        return new Outgoing("POST", parcel.url(), all, message.body());
    }

    private Map<String, String> sign(Parcel parcel, List<WebhookSecret> opened, byte[] body) {
        Instant now = clock.instant();
        String id = parcel.event().messageId();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(now.getEpochSecond()));
        headers.put("webhook-signature", StandardSignature.of(opened, id, now, body));
        if (parcel.bodySignature() != null) {
            headers.put(
                    parcel.bodySignature().header(), parcel.bodySignature().of(opened.get(0), body));
        }
        return headers;
    }

    /** All secrets, or none where one of them cannot be opened: a receiver that still has the old one would refuse. */
    private List<WebhookSecret> opened(Parcel parcel) {
        List<WebhookSecret> opened = new ArrayList<>();
        for (String sealed : parcel.sealedSecrets()) {
            Optional<WebhookSecret> secret = secrets.open(parcel.webhook(), sealed);
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
