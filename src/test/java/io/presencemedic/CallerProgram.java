package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program that calls the service, and keeps what it says apart from what it complains about. */
final class CallerProgram {
    private static final long PATIENCE_S = 600;

    /** How a program ended. */
    record Ended(int status, String said, String complained) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(said);
            } catch (IOException e) {
                throw new AssertionError(this.toString(), e);
            }
        }
    }

    private CallerProgram() {}

    static Ended run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Path complained = Files.createTempFile(folder, "complained", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(said.toFile()).redirectError(complained.toFile());
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new AssertionError(command.get(0) + " is not installed; run src/test/integrations/install", e);
        }
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(process.isAlive()).as("%s hangs", command).isFalse();
        return new Ended(process.exitValue(), Files.readString(said), Files.readString(complained));
    }
}
