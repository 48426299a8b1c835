package io.presencemedic.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.LeapingClock;
import io.presencemedic.access.limit.Limit;
import io.presencemedic.access.limit.Quotas;
import io.presencemedic.access.limit.Quotas.Key;
import io.presencemedic.access.limit.Quotas.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private final LeapingClock clock = new LeapingClock();
    private final Quotas quotas = new Quotas(clock);

    private static Key of(String who) {
        return new Key(Limit.REQUESTS, false, who);
    }

    private State after(String who, int requests) {
        State last = quotas.take(of(who), 60);
        for (int i = 1; i < requests; i++) {
            last = quotas.take(of(who), 60);
        }
        return last;
    }

    @Test
    void theMinutesNumberIsTakenAtOnceAndNothingBeyond() {
        assertThat(after("one", 60).isTaken()).isTrue();
        State beyond = after("one", 1);
        assertThat(beyond.isTaken()).isFalse();
        assertThat(beyond.pause()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
    }

    @Test
    void whatIsLeftIsTold() {
        State state = after("one", 10);
        assertThat(state.policy()).isEqualTo("\"requests\";q=60;w=60");
        assertThat(state.left()).isEqualTo("\"requests\";r=50;t=10");
    }

    @Test
    void itRefillsEvenly() {
        after("one", 60);
        clock.leap(Duration.ofSeconds(5));
        assertThat(after("one", 5).isTaken()).isTrue();
        assertThat(after("one", 1).isTaken()).isFalse();
    }

    @Test
    void oneCallerAtItsLimitDoesNotSlowAnother() {
        after("one", 61);
        assertThat(after("other", 60).isTaken()).isTrue();
        assertThat(quotas.take(new Key(Limit.REQUESTS, true, "one"), 60).isTaken())
                .isTrue();
        assertThat(quotas.take(new Key(Limit.ANALYSES, false, "one"), 60).isTaken())
                .isTrue();
    }
}
