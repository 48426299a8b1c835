package io.presencemedic;

import java.io.IOException;
import java.nio.file.Path;

/** Programs of the operating system that look at what the service made. */
public final class Tool {
    private Tool() {}

    /**
     * Runs a program in a folder, in which its output is kept too.
     *
     * @return its exit status
     */
    public static int run(Path folder, String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start()
                .waitFor();
    }
}
