package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.CallerProgram.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The description of the API in the hands of others' linters; prepared by {@code src/test/integrations/install}. */
@Tag("integrations")
class ApiLintIT {
    private static final String LINTERS = "src/test/integrations/openapi/";
    private static final String BIN = LINTERS + "node_modules/.bin/";

    @TempDir
    static Path folder;

    private static void findsNothing(String... command) throws Exception {
        Ended ended = CallerProgram.run(folder, Map.of("REDOCLY_TELEMETRY", "off"), List.of(command));
        assertThat(ended.status()).as(ended.said() + ended.complained()).isZero();
    }

    @Test
    void spectralFindsNothingByItsOwnRulesAndThoseOfOwasp() throws Exception {
        findsNothing(
                BIN + "spectral",
                "lint",
                "--ruleset",
                LINTERS + "spectral.yaml",
                "--fail-severity",
                "error",
                "openapi/openapi.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi/openapi.yaml", "openapi/servicenow.json"})
    void redoclyFindsNothing(String document) throws Exception {
        findsNothing(BIN + "redocly", "lint", "--config", LINTERS + "redocly.yaml", "--max-problems", "50", document);
    }
}
