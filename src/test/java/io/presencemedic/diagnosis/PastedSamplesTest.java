package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.BesideTheService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every sample of a pasted log is read as a careful reader would read it. */
@BesideTheService
class PastedSamplesTest {
    private static final Path FOLDER = Path.of("src/test/resources/pasted");
    /** Decided by rules that are tested beside them. */
    private static final Set<String> OF_RULES = Set.of(
            "k5-everything-runs-unproven.txt", "k6-mismatch-without-finding.txt", "k16-ha-idle.txt");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        return Files.list(FOLDER)
                .filter(file -> file.toString().endsWith(".txt"))
                .filter(file -> !OF_RULES.contains(file.getFileName().toString()))
                .sorted()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> isReadRightly(file)));
    }

    private static void isReadRightly(Path sample) throws IOException {
        Analysis analysis = new Analyses().analyse(Files.readAllBytes(sample));
        JsonNode answer = JSON.readTree(JSON.writeValueAsString(analysis));
        String name = sample.getFileName().toString().replace(".txt", ".expect.json");
        JsonNode expected = JSON.readTree(sample.resolveSibling(name).toFile());
        Optional<String> missing = new Expectation(expected).missing(answer, AnalysisText.of(analysis));
        assertThat(missing).as("%s", sample.getFileName()).isEmpty();
    }
}
