package io.presencemedic;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The service's clock. Nothing else asks the system for the time, so a test can set it. */
final class Clocks {
    private Clocks() {}

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }
}
