package io.presencemedic.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.LeapingClock;
import io.presencemedic.access.FailedLogins.Consequence;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {
    private static final int LIMIT = 20;

    private final LeapingClock clock = new LeapingClock();
    private final FailedLogins logins = new FailedLogins(LIMIT, clock);

    private Consequence fail(String address, int times) {
        Consequence last = logins.another(address);
        for (int i = 1; i < times; i++) {
            last = logins.another(address);
        }
        return last;
    }

    @Test
    void theFirstAreAnsweredAtOnceAndTheOthersMoreAndMoreSlowly() {
        assertThat(fail("192.0.2.1", 5)).isEqualTo(new Consequence(Duration.ZERO, Duration.ZERO));
        assertThat(fail("192.0.2.1", 1).delay()).isEqualTo(Duration.ofMillis(100));
        assertThat(fail("192.0.2.1", 14).delay()).isEqualTo(Duration.ofMillis(1_500));
    }

    @Test
    void thenTheAddressIsRefusedForAWhile() {
        assertThat(fail("192.0.2.1", LIMIT).isRefusal()).isFalse();
        clock.leap(Duration.ofSeconds(20));
        assertThat(fail("192.0.2.1", 1).retryAfter()).isEqualTo(Duration.ofSeconds(40));
        clock.leap(Duration.ofSeconds(40));
        assertThat(fail("192.0.2.1", 1)).isEqualTo(new Consequence(Duration.ZERO, Duration.ZERO));
    }

    @Test
    void oneAddressDoesNotSlowAnother() {
        fail("192.0.2.1", 100);
        assertThat(fail("192.0.2.2", 1)).isEqualTo(new Consequence(Duration.ZERO, Duration.ZERO));
    }
}
