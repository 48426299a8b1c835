package io.presencemedic.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies messages as the specification of Standard Webhooks tells receivers to. */
record StandardReceiver(String secret) {
    boolean accepts(ScriptedReceiver.RecordedRequest heard) throws GeneralSecurityException {
        String id = heard.headers().get("webhook-id");
        String timestamp = heard.headers().get("webhook-timestamp");
        byte[] expected = hmac(id + "." + timestamp + "." + heard.body());
        for (String each : heard.headers().get("webhook-signature").split(" ")) {
            String[] parts = each.split(",", 2);
            if (parts[0].equals("v1")
                    && MessageDigest.isEqual(expected, Base64.getDecoder().decode(parts[1]))) {
                return true;
            }
        }
        return false;
    }

    private byte[] hmac(String content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
    }
}
