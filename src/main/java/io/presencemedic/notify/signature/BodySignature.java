package io.presencemedic.notify.signature;

import java.util.Base64;
import java.util.HexFormat;

/**
 * A header with the HMAC-SHA256 of the body alone, for receivers that know nothing else, such as the webhook source of
 * Event-Driven Ansible. The key is the whole text of the secret.
 *
 * @param header name of the header
 * @param encoding how the digest is written
 * @param prefix what stands before it, such as {@code sha256=}; empty for nothing
 */
public record BodySignature(String header, Encoding encoding, String prefix) {
    /** How a digest is written. */
    public enum Encoding {
        /** Lower-case hexadecimal digits. */
        HEX,
        /** Base64 with padding. */
        BASE64
    }

    /** The header's value. */
    public String of(WebhookSecret secret, byte[] body) {
        byte[] digest = Hmac.of(secret.text(), body);
        return prefix
                + switch (encoding) {
                    case HEX -> HexFormat.of().formatHex(digest);
                    case BASE64 -> Base64.getEncoder().encodeToString(digest);
                };
    }
}
