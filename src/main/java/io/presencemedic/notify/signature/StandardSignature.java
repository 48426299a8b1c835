package io.presencemedic.notify.signature;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The header {@code webhook-signature} of Standard Webhooks (standardwebhooks.com, version 1, symmetric). */
public final class StandardSignature {
    private StandardSignature() {}

    /**
     * Signs a message; several secrets are valid at the same time while one takes the place of another.
     *
     * @param secrets the newest first
     * @param id the header {@code webhook-id}
     * @param at the header {@code webhook-timestamp}, in whole seconds
     * @param body exactly what is sent
     */
    public static String of(List<WebhookSecret> secrets, String id, Instant at, byte[] body) {
        byte[] head = (id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(Hmac.of(secret.key(), head, body)))
                .collect(Collectors.joining(" "));
    }
}
