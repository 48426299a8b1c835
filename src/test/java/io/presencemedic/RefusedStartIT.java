package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service that cannot start ends with status 1 and one line; what the line says in each case is told by
 * {@link FailureLineTest}, {@link HttpPortTest} and the tests of the settings.
 */
class RefusedStartIT {
    @TempDir
    Path home;

    @Test
    void aSettingThatIsNoNumberIsNamedInOneLineAlthoughTheDatabaseHadStarted() throws Exception {
        String line = PackagedService.refusal(
                home.resolve("other"), Map.of("MEDIC_JOB_WORKERS", "eight", "MEDIC_SIMULATOR_ENABLED", "false"));
        assertThat(line).contains("medic.job.workers", "eight");
    }
}
