package io.presencemedic.notify;

import io.presencemedic.notify.format.MessageFormat;
import io.presencemedic.notify.signature.BodySignature;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An endpoint, but for who delivers to it at present. */
@Entity
@Table(name = "webhook")
class WebhookRow {
    @Id
    UUID id;

    @Column
    String name;

    @Column
    String url;

    @Column
    @Enumerated(EnumType.STRING)
    MessageFormat format;

    @Column
    String[] events;

    @Column
    String[] clusters;

    @Column(name = "hmac_header")
    @Nullable
    String hmacHeader;

    @Column(name = "hmac_encoding")
    @Enumerated(EnumType.STRING)
    BodySignature.@Nullable Encoding hmacEncoding;

    @Column(name = "hmac_prefix")
    @Nullable
    String hmacPrefix;

    @Column(name = "auth_scheme")
    @Enumerated(EnumType.STRING)
    Authorization.@Nullable Scheme authScheme;

    @Column(name = "auth_credential")
    @Nullable
    String authCredential;

    @Column
    String secret;

    @Column(name = "old_secret")
    @Nullable
    String oldSecret;

    @Column(name = "old_until")
    @Nullable
    Instant oldUntil;

    @Column(name = "disabled_why")
    @Enumerated(EnumType.STRING)
    Webhook.@Nullable Disabled disabledWhy;

    @Column(name = "disabled_at")
    @Nullable
    Instant disabledAt;

    @Column(name = "given_up")
    int givenUp;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    /** Takes over what a caller wrote. */
    void take(WebhookDocument document, Instant now) {
        name = document.name();
        url = document.url();
        format = document.formatOrDefault();
        events = document.events().stream().map(Enum::name).toArray(String[]::new);
        clusters = document.clustersOrAll().toArray(String[]::new);
        BodySignature hmac = document.signature();
        hmacHeader = hmac == null ? null : hmac.header();
        hmacEncoding = hmac == null ? null : hmac.encoding();
        hmacPrefix = hmac == null ? null : hmac.prefix();
        authScheme = document.authorization() == null ? null : document.authorization().scheme();
        authCredential = document.authorization() == null ? null : document.authorization().credential();
        if (document.enabledOrDefault()) {
            enable();
        } else if (disabledWhy == null) {
            disable(Webhook.Disabled.REQUESTED, now);
        }
    }

    private void enable() {
        disabledWhy = null;
        disabledAt = null;
        givenUp = 0;
    }

    void disable(Webhook.Disabled why, Instant now) {
        disabledWhy = why;
        disabledAt = now;
    }
}
