package io.presencemedic.killmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Processes of the packaged service die, stand still and lose their database, and no job is lost or done twice. */
@Tag("kill-matrix")
class KillMatrixIT {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void whateverIsStruckNoJobIsLostAndNothingIsDoneTwice() throws Exception {
        KillMatrix matrix = KillMatrix.configured();
        long begun = System.nanoTime();
        Tally tally = matrix.run(folder);
        String report = MatrixReport.of(matrix, tally, Duration.ofNanos(System.nanoTime() - begun));
        Files.writeString(Path.of("target", "kill-matrix.md"), report);
        System.out.println(report);

        SoftAssertions all = new SoftAssertions();
        for (Figure figure : Figure.values()) {
            all.assertThat(tally.found(figure)).as(figure.words()).isEmpty();
        }
        all.assertAll();
        assertThat(tally.ends()).isNotEmpty();
    }
}
