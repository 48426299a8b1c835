package io.presencemedic.diagnosis.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.BesideTheService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every sample of a pasted log is read as a careful reader would read it. */
@BesideTheService
class PastedSamplesTest {
    private static final Path FOLDER = Path.of("src/test/resources/pasted");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        return Files.list(FOLDER)
                .filter(file -> file.toString().endsWith(".txt"))
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
