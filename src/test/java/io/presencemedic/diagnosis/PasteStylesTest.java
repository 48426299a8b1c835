package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.presencemedic.BesideTheService;
import io.presencemedic.diagnosis.analysis.Analyses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * However a log was pasted, it is read as the plain log is, or says what was not read: never a wrong fact, no secret.
 */
@BesideTheService
class PasteStylesTest {
    private static final String SECRET = "e4a90b17c25d68f3019b7ac4d85e2f60713c94ab";
    private static final String TABLE = """
            admin:run sql select id,axluser,axlpassword as p from epassyncagentcfg
            id axluser    p                                        \s
            == ========== ========================================\s
            1  imp-reader e4a90b17c25d68f3019b7ac4d85e2f60713c94ab\s
            admin:utils ha status
            Subcluster Name: Larch-Group
            Node 1 Name : larch-imp1 State: Idle Reason: On Admin Request
            Node 2 Name : larch-imp2 State: Normal
            admin:utils diagnose test
            Log file: platform/log/diag7.log
            Starting diagnostic test(s)
            ===========================
            test - disk_space          : Passed (available: 4811 MB, used: 12902 MB)
            test - tomcat              : Failed - not reachable
            Diagnostics Completed
            admin:
            """;

    private static List<String> sessions() throws IOException {
        Path samples = Path.of("src/test/resources/pasted");
        return List.of(
                Files.readString(samples.resolve("k9-capital-admin.txt")).replace("Admin:", "admin:"),
                Files.readString(samples.resolve("k1-two-replication-views.txt")),
                TABLE);
    }

    @Test
    void everyStyleIsReadAsThePlainLogOrSaysWhatWasNotRead() throws IOException {
        List<String> lossy = new ArrayList<>();
        int read = 0;
        for (String session : sessions()) {
            JsonNode plain = commands(session);
            for (PasteStyle style : PasteStyle.all()) {
                String styled = style.way().apply(session);
                JsonNode found = commands(styled);
                assertThat(found.toString()).as("%s", style).doesNotContain(SECRET);
                assertThat(wrong(plain, found)).as("%s: %s", style, found).isEmpty();
                if (found.equals(plain)) {
                    read++;
                } else {
                    lossy.add(style.name());
                }
            }
        }
        assertThat(lossy.size()).as("lossy: %s, read: %s", lossy, read).isLessThan(read / 10);
    }

    @Test
    void whatAProgramDidToEachLineIsUndone() throws IOException {
        for (String session : sessions()) {
            JsonNode plain = facts(session);
            for (PasteStyle style : PasteStyle.alone()) {
                String styled = style.way().apply(session);
                assertThat(facts(styled)).as("%s: %s", style, styled).isEqualTo(plain);
                assertThat(commands(styled).toString()).as("%s", style).doesNotContain(SECRET);
            }
        }
    }

    @Test
    void aMailThatWasFilledAtItsWidthIsReadAsBefore() throws IOException {
        String session = sessions().get(1);
        for (int width : new int[] {72, 74, 78}) {
            assertThat(facts(filled(session, width))).as("%s", width).isEqualTo(facts(session));
        }
    }

    private static String filled(String log, int width) {
        StringBuilder filled = new StringBuilder();
        log.lines().forEach(line -> {
            String rest = line;
            while (rest.length() > width && rest.lastIndexOf(' ', width) > 0) {
                int blank = rest.lastIndexOf(' ', width);
                filled.append(rest.substring(0, blank).stripTrailing()).append('\n');
                rest = rest.substring(blank).stripLeading();
            }
            filled.append(rest).append('\n');
        });
        return filled.toString();
    }

    private static JsonNode facts(String log) {
        ArrayNode facts = JsonNodeFactory.instance.arrayNode();
        commands(log).forEach(command -> {
            if (command.has("facts")) {
                facts.add(command.get("facts"));
            }
        });
        return facts;
    }

    /** Facts that the plain log does not have; a command that is not read has none. */
    private static List<JsonNode> wrong(JsonNode plain, JsonNode found) {
        List<JsonNode> wrong = new ArrayList<>();
        for (JsonNode command : found) {
            JsonNode facts = command.path("facts");
            boolean asPlain = Stream.iterate(0, i -> i < plain.size(), i -> i + 1)
                    .anyMatch(i -> plain.get(i).path("facts").equals(facts));
            boolean marked =
                    command.has("unreadable") || !facts.path("complete").asBoolean(true);
            if (!facts.isMissingNode() && !asPlain && !marked) {
                wrong.add(command);
            }
        }
        return wrong;
    }

    private static JsonNode commands(String log) {
        return TranscriptCase.meaning(new Analyses().analyse(log).commands());
    }
}
