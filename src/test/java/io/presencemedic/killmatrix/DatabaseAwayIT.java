package io.presencemedic.killmatrix;

import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database is away for as long as a failover takes, which is sixteen leases: 80 seconds of leases of 5 seconds with
 * {@code -Doutage=PT80S}, 8 seconds of half a second in every build.
 */
class DatabaseAwayIT {
    private static final int LEASES = 16;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void aDatabaseThatIsAwayForSixteenLeasesLosesNoJobAndRunsNoneTwice() throws Exception {
        Duration outage = Duration.parse(System.getProperty("outage", "PT8S"));
        KillMatrix once = new KillMatrix(
                1, 1, 1, outage, outage.dividedBy(LEASES), Strike.DATABASE_AWAY, "services-stuck-in-starting", 1);
        Tally tally = once.run(folder);

        SoftAssertions all = new SoftAssertions();
        for (Figure figure : Figure.values()) {
            all.assertThat(tally.found(figure)).as(figure.words()).isEmpty();
        }
        all.assertThat(tally.times(Strike.DATABASE_AWAY))
                .as("jobs in work that went on")
                .isNotEmpty();
        all.assertThat(tally.ends()).containsOnlyKeys("SUCCEEDED");
        all.assertAll();
    }
}
