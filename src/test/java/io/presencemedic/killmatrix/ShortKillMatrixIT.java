package io.presencemedic.killmatrix;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short form of the kill matrix for every build: a process dies, another one stands still, and the database is away
 * for as long as a failover takes, which is sixteen leases: 80 seconds of leases of 5 seconds with
 * {@code -Doutage=PT80S}, 8 seconds of half a second otherwise.
 */
class ShortKillMatrixIT {
    private static final int LEASES = 16;
    private static final List<Strike> STRIKES = List.of(Strike.SIGKILL, Strike.SIGSTOP, Strike.DATABASE_AWAY);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void aDeadAFrozenAndADatabaselessServiceLoseNoJobAndRunNoneTwice() throws Exception {
        Duration outage = Duration.parse(System.getProperty("outage", "PT8S"));
        KillMatrix once = new KillMatrix(
                STRIKES.size(), 2, 1, outage, outage.dividedBy(LEASES), STRIKES, "services-stuck-in-starting", 1);
        Tally tally = once.run(folder);

        SoftAssertions all = new SoftAssertions();
        for (Figure figure : Figure.values()) {
            all.assertThat(tally.found(figure)).as(figure.words()).isEmpty();
        }
        for (Strike strike : STRIKES) {
            all.assertThat(tally.rounds(strike)).as(strike.name()).isEqualTo(1);
        }
        all.assertThat(tally.times(Strike.DATABASE_AWAY))
                .as("jobs in work that went on")
                .isNotEmpty();
        all.assertThat(tally.ends()).containsOnlyKeys("SUCCEEDED");
        all.assertAll();
    }
}
