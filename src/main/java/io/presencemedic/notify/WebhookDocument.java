package io.presencemedic.notify;

import io.presencemedic.notify.format.EventKind;
import io.presencemedic.notify.format.MessageFormat;
import io.presencemedic.notify.signature.BodySignature;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as a caller writes it.
 *
 * @param events what it is told; a ping comes in any case
 * @param clusters about which clusters; absent or empty for all
 * @param secret its first signing secret; absent for one that the service makes. Write-only
 */
public record WebhookDocument(
        @NotNull @Pattern(regexp = NAME, message = NAME_MESSAGE) @Schema(examples = "event-driven-ansible")
        String name,

        @NotNull
        @Size(min = 1, max = 2000)
        @Schema(examples = "https://eda.example.com/presence", description = "Where messages are sent, by POST.")
        String url,

        @Nullable MessageFormat format,
        @NotNull @Size(min = 1, max = 9) Set<@NotNull EventKind> events,

        @Nullable @Size(max = 200)
        List<
                        @NotNull
                        @Pattern(
                                regexp = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?",
                                message = "must be the id of a cluster")
                        String>
                clusters,

        @Nullable @Valid BodyHmac bodyHmac,
        @Nullable @Valid Authorization authorization,

        @Nullable
        @Size(max = 200)
        @Schema(
                writeOnly = true,
                description =
                        "whsec_ and the base64 of 24 to 64 bytes. Left out, the service makes one and shows it once.")
        String secret,

        @Nullable Boolean enabled) {
    static final String NAME = "[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?";
    static final String NAME_MESSAGE =
            "must be 1 to 64 lower-case letters, digits, dots, hyphens or underscores, beginning and ending with a letter or digit";

    /** A header with the HMAC-SHA256 of the body, keyed with the text of the secret. */
    @Schema(description = "A header with the HMAC-SHA256 of the body, keyed with the whole text of the secret.")
    record BodyHmac(
            @NotNull
            @Pattern(
                    regexp = "[A-Za-z][A-Za-z0-9-]{0,63}",
                    message = "must be the name of a header: a letter, then at most 63 letters, digits or hyphens")
            @Schema(examples = "X-Hub-Signature-256")
            String header,

            BodySignature.@NotNull Encoding encoding,

            @Nullable
            @Pattern(regexp = "[A-Za-z0-9=_-]{0,20}", message = "must be at most 20 letters, digits, =, _ or -")
            @Schema(examples = "sha256=")
            String prefix) {}

    MessageFormat formatOrDefault() {
        return Objects.requireNonNullElse(format, MessageFormat.STANDARD);
    }

    List<String> clustersOrAll() {
        return clusters == null ? List.of() : clusters.stream().distinct().toList();
    }

    boolean enabledOrDefault() {
        return enabled == null || enabled;
    }

    @Nullable
    BodySignature signature() {
        return bodyHmac == null
                ? null
                : new BodySignature(
                        bodyHmac.header(), bodyHmac.encoding(), Objects.requireNonNullElse(bodyHmac.prefix(), ""));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "WebhookDocument[name=" + name + ", url=" + url + "]";
    }
}
