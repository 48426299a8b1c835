package io.presencemedic.notify.signature;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A signing secret as Standard Webhooks writes it: {@code whsec_} and the base64 of 24 to 64 bytes. The text form of this
 * value does not tell it.
 *
 * @param value the secret
 */
public record WebhookSecret(String value) {
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final int OWN = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Reads a secret; empty where it is none. */
    public static Optional<WebhookSecret> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            int bytes = Base64.getDecoder().decode(text.substring(PREFIX.length())).length;
            return bytes < SHORTEST || bytes > LONGEST ? Optional.empty() : Optional.of(new WebhookSecret(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A new secret of 256 random bits. */
    public static WebhookSecret random() {
        byte[] bytes = new byte[OWN];
        RANDOM.nextBytes(bytes);
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** The key of Standard Webhooks: what the base64 stands for. */
    byte[] key() {
        return Base64.getDecoder().decode(value.substring(PREFIX.length()));
    }

    /** The key of a body HMAC: the whole text, as receivers have it in their configuration. */
    byte[] text() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "WebhookSecret[…]";
    }
}
