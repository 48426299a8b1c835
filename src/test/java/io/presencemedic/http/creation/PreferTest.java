package io.presencemedic.http.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=10 | wait=10",
                "respond-async, wait=10 | wait=10",
                "Wait = 3 | wait=3",
                "wait=\"7\"; foo=bar | wait=7",
                "wait=0 | wait=0",
                "wait=26 | wait=25",
                "wait=999999999 | wait=25",
                "wait=4, wait=9 | wait=4"
            })
    void aWaitIsReadAndCapped(String header, String applied) {
        assertThat(Prefer.parse(List.of(header)).orElseThrow().applied()).isEqualTo(applied);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "respond-async", "wait", "wait=", "wait=-1", "wait=soon", "handling=lenient", "await=5"})
    void whatCannotBeReadIsIgnored(String header) {
        assertThat(Prefer.parse(List.of(header))).isEmpty();
    }

    @Test
    void theHeaderMayBeSentTwice() {
        assertThat(Prefer.parse(List.of("respond-async", "wait=2"))
                        .orElseThrow()
                        .applied())
                .isEqualTo("wait=2");
    }
}
