package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A program that has to be installed. Where it is missing a test is left out on a laptop, and fails where {@code CI} is
 * set.
 */
public final class InstalledTool {
    private InstalledTool() {}

    /**
     * Runs the program in a folder.
     *
     * @param howToGet what a person does who has not got it
     * @return what it wrote, both streams; its status is asserted to be 0
     */
    public static String run(String howToGet, Path folder, String... command) throws IOException, InterruptedException {
        boolean installed = Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, command[0])));
        if (System.getenv("CI") == null) {
            assumeTrue(installed, howToGet);
        }
        assertThat(installed).as(howToGet).isTrue();
        Path output = Files.createTempFile("tool", ".txt");
        int status = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        String said = Files.readString(output);
        Files.delete(output);
        assertThat(status).as(said).isZero();
        return said;
    }
}
