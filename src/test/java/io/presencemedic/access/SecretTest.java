package io.presencemedic.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void aKeyIsRecognisedByScanners() {
        assertThat(Secret.random().value()).matches("pm_[A-Za-z0-9_-]{43}[0-9a-f]{8}");
    }

    @Test
    void everyWrongCharacterIsATypingError() {
        String key = Secret.random().value();
        assertThat(new Secret(key).isMistyped()).isFalse();
        for (int i = 3; i < key.length(); i++) {
            char other = key.charAt(i) == 'a' ? 'b' : 'a';
            String wrong = key.substring(0, i) + other + key.substring(i + 1);
            assertThat(new Secret(wrong).isMistyped()).as("character %d", i).isTrue();
        }
    }

    @Test
    void whatHasAnotherFormIsNoTypingError() {
        assertThat(new Secret("a-key-that-a-person-has-chosen-himself").isMistyped())
                .isFalse();
        assertThat(new Secret("").isMistyped()).isFalse();
    }

    @Test
    void theTextFormDoesNotTellIt() {
        Secret secret = Secret.random();
        assertThat(secret.toString()).doesNotContain(secret.value());
    }
}
