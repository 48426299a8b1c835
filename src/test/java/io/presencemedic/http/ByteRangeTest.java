package io.presencemedic.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, bytes 0-0/100",
        "bytes=0-, bytes 0-99/100",
        "bytes=10-19, bytes 10-19/100",
        "bytes=90-1000, bytes 90-99/100",
        "bytes=-1, bytes 99-99/100",
        "bytes=-1000, bytes 0-99/100",
        "bytes = 5 - 6, bytes 5-6/100"
    })
    void oneRangeIsCutToWhatThereIs(String header, String contentRange) {
        assertThat(ByteRange.of(header, 100)).map(ByteRange::contentRange).contains(contentRange);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=", "bytes=-", "bytes=5-4", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b", "0-1"})
    void whatIsNoSingleRangeMeansTheWhole(String header) {
        assertThat(ByteRange.of(header, 100)).isEmpty();
        assertThat(ByteRange.of(null, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=999999999999999999-"})
    void aRangeBehindTheEndIsRefused(String header) {
        assertThatThrownBy(() -> ByteRange.of(header, 100)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(416);
            assertThat(refused.problem().headers()).containsEntry("Content-Range", "bytes */100");
        });
    }

    @Test
    void aRangeKnowsItsLength() {
        assertThat(ByteRange.of("bytes=10-19", 100)).map(ByteRange::length).contains(10L);
    }
}
