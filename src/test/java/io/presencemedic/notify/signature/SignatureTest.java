package io.presencemedic.notify.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static final WebhookSecret SECRET = secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

    private static WebhookSecret secret(String text) {
        return WebhookSecret.parse(text).orElseThrow();
    }

    /** The test vector that the reference libraries of Standard Webhooks share. */
    @Test
    void aSignatureIsTheOneThatStandardWebhooksExpects() {
        assertThat(StandardSignature.of(List.of(SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", AT, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void twoSecretsGiveTwoSignaturesOfWhichTheFirstIsTheNewest() {
        WebhookSecret fresh = WebhookSecret.random();
        String both = StandardSignature.of(List.of(fresh, SECRET), "msg_1", AT, BODY);

        assertThat(both.split(" "))
                .containsExactly(
                        StandardSignature.of(List.of(fresh), "msg_1", AT, BODY),
                        StandardSignature.of(List.of(SECRET), "msg_1", AT, BODY));
    }

    @Test
    void anotherBodyIdOrTimeIsAnotherSignature() {
        String one = StandardSignature.of(List.of(SECRET), "msg_1", AT, BODY);

        assertThat(StandardSignature.of(List.of(SECRET), "msg_2", AT, BODY)).isNotEqualTo(one);
        assertThat(StandardSignature.of(List.of(SECRET), "msg_1", AT.plusSeconds(1), BODY)).isNotEqualTo(one);
        assertThat(StandardSignature.of(List.of(SECRET), "msg_1", AT, "{}".getBytes(UTF_8))).isNotEqualTo(one);
    }

    /** Computed with: printf '{"test": 2432232314}' | openssl dgst -sha256 -hmac whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw */
    @Test
    void aBodySignatureIsKeyedWithTheTextOfTheSecret() {
        assertThat(new BodySignature("X-Hub-Signature-256", BodySignature.Encoding.HEX, "sha256=").of(SECRET, BODY))
                .isEqualTo("sha256=80ec8a89ce3cd22133a1066caecb4d04fea7467657c8514d717ec42c38a5c94c");
        assertThat(new BodySignature("X-Signature", BodySignature.Encoding.BASE64, "").of(SECRET, BODY))
                .isEqualTo("gOyKic480iEzoQZsrstNBP6nRnZXyFFNcX7ELDilyUw=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_c2hvcnQ=",
                "whsec_no base64 at all, but long enough to be one",
                "whsec_QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQQ=="
            })
    void whatIsNotPrefixAndTwentyFourToSixtyFourBytesIsNoSecret(String text) {
        assertThat(WebhookSecret.parse(text)).isEmpty();
    }

    @Test
    void aSecretDoesNotShowItself() {
        assertThat(SECRET.toString()).doesNotContain("MfKQ");
    }

    @Test
    void aSealedSecretIsOpenedWithItsKeyForItsEndpointOnly() {
        SecretSeal seal = new SecretSeal(SecretSeal.randomKey());
        UUID webhook = UUID.randomUUID();
        String sealed = seal.seal(webhook, SECRET);

        assertThat(sealed).doesNotContain("MfKQ");
        assertThat(seal.open(webhook, sealed)).contains(SECRET);
        assertThat(seal.open(UUID.randomUUID(), sealed)).isEmpty();
        assertThat(new SecretSeal(SecretSeal.randomKey()).open(webhook, sealed)).isEmpty();
        assertThat(seal.open(webhook, "AAAA")).isEmpty();
        assertThat(seal.open(webhook, "not sealed")).isEmpty();
    }
}
