package io.presencemedic.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.database.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"short", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "thirty-two characters with a blank"})
    void aWeakKeyIsRefusedAndNotShown(String weak) {
        assertThatThrownBy(() -> BootstrapKey.strong(weak, "medic.access.bootstrap-key"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("medic.access.bootstrap-key must hold")
                .hasMessageNotContaining(weak);
    }

    @Test
    void aStrongKeyIsTaken() {
        String strong = "0123456789abcdef0123456789abcdef";
        assertThat(BootstrapKey.strong(strong, "medic.access.bootstrap-key").value())
                .isEqualTo(strong);
    }
}
