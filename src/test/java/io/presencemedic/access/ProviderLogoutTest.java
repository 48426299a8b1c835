package io.presencemedic.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderLogoutTest {
    @Test
    void theProviderIsToldWhoAsksAndWhereToLeadAfterwards() {
        assertThat(ProviderLogout.address("https://login.example.com/end", "medic console", null))
                .contains("https://login.example.com/end?client_id=medic+console");
        assertThat(ProviderLogout.address(
                        "https://login.example.com/end?realm=a", "medic", "https://medic.example.com/console/login"))
                .contains("https://login.example.com/end?realm=a&client_id=medic"
                        + "&post_logout_redirect_uri=https%3A%2F%2Fmedic.example.com%2Fconsole%2Flogin");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "javascript:alert(1)", "data:text/html,x", "/end", "ht tp://x"})
    void whereItHasNoSuchAddressNobodyIsLedThere(String address) {
        assertThat(ProviderLogout.address(address, "medic", null)).isEmpty();
    }
}
