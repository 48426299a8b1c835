package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.CallerProgram.Ended;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of {@code docs/incident-story.md}, as they stand there; prepared by
 * {@code src/test/integrations/install}.
 */
@Tag("integrations")
class IncidentStoryIT {
    private static final Pattern COMMANDS = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
    private static final Map<String, String> ILL_AND_FAST = Map.of(
            "MEDIC_SIMULATOR_SCENARIO", "stuck-in-starting",
            "MEDIC_SIMULATOR_TIME_FACTOR", "60",
            "MEDIC_NOTIFY_ALLOW_OWN_ADDRESSES", "true",
            "MEDIC_NOTIFY_PLAIN_HTTP", "true");

    @TempDir
    Path folder;

    private Path commands() throws IOException {
        String all = COMMANDS.matcher(Files.readString(Path.of("docs/incident-story.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining());
        return Files.writeString(folder.resolve("story.sh"), "set -euo pipefail\ncd " + folder + "\n" + all);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void theIncidentIsToldWhatWasFoundPlannedAndDone() throws Exception {
        int port = freePort();
        Process table =
                new ProcessBuilder("python3", "src/test/integrations/story/table_api.py", String.valueOf(port)).start();
        Path home = folder.resolve("home");
        try (PackagedService service = new PackagedService(home, ILL_AND_FAST)) {
            service.awaitReady();
            Map<String, String> where = Map.of(
                    "MEDIC_URL", service.address(),
                    "TABLE_URL", "http://127.0.0.1:" + port,
                    "MEDIC_HOME", home.toString());
            Ended ended =
                    CallerProgram.run(folder, where, List.of("bash", commands().toString()));

            assertThat(ended.status()).as(ended.said() + ended.complained()).isZero();
            assertThat(ended.said())
                    .contains("STUCK_IN_STARTING", "403\n", "FORBIDDEN", "\"state\": \"SUCCEEDED\"", "job.finished")
                    .containsPattern("still wrong: (?!.*STUCK_IN_STARTING)")
                    .contains("job.submit\ton-call");
        } finally {
            table.destroy();
        }
    }
}
