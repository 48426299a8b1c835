package io.presencemedic.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
    private static final Instant NOW = Instant.parse("2030-01-31T12:00:00Z");
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5));

    private static RetryPlan plan(double random) {
        return new RetryPlan(PAUSES, () -> random);
    }

    @Test
    void thePausesAreThoseOfThePlanWithinTenPercent() {
        assertThat(plan(0.5).after(1, Optional.empty())).contains(Duration.ofSeconds(5));
        assertThat(plan(0).after(2, Optional.empty())).contains(Duration.ofSeconds(270));
        assertThat(plan(1).after(2, Optional.empty())).contains(Duration.ofSeconds(330));
    }

    @Test
    void afterTheLastPauseAMessageIsGivenUp() {
        assertThat(plan(0.5).after(3, Optional.of(Duration.ofSeconds(1)))).isEmpty();
    }

    @Test
    void aReceiverThatWantsALongerPauseGetsIt() {
        assertThat(plan(0.5).after(1, Optional.of(Duration.ofMinutes(2)))).contains(Duration.ofMinutes(2));
        assertThat(plan(0.5).after(2, Optional.of(Duration.ofMinutes(2)))).contains(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "0, PT0S",
        "999999999, PT24H",
        "'Thu, 31 Jan 2030 12:01:30 GMT', PT1M30S",
        "'Thu, 31 Jan 2030 11:00:00 GMT', PT0S"
    })
    void retryAfterIsSecondsOrADateAndAtMostADay(String header, Duration pause) {
        assertThat(RetryAfter.parse(header, NOW)).contains(pause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "2030-01-31T12:00:00Z"})
    void whatIsNeitherSaysNothing(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }
}
