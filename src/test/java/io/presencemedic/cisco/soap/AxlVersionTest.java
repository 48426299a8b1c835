package io.presencemedic.cisco.soap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxlVersionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Incorrect axl version. Supported axl versions are 12.x, 14.0 and 15.0|V15_0",
                "<h1>HTTP Status 599 - x</h1> Supported axl versions are 9.0, 10.0, 10.5, 11.0 and 11.5</p> 15.0|V11_5",
                "supported AXL versions are 10.x|V10_5",
                "Supported axl version is 12.0|V12_0",
            })
    void theNewestCommonVersionIsTakenFromTheNodesWords(String words, AxlVersion version) {
        assertThat(AxlVersion.supported(words)).first().isEqualTo(version);
    }

    @Test
    void aNodeThatIsTooNewOrTooOldSharesNone() {
        assertThat(AxlVersion.supported("Supported axl versions are 8.0 and 8.5"))
                .isEmpty();
        assertThat(AxlVersion.supported("Supported axl versions are 112.5 and 16.0"))
                .isEmpty();
        assertThat(AxlVersion.supported("HTTP Status 599")).isEmpty();
    }
}
