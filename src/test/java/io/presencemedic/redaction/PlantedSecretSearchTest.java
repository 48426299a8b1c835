package io.presencemedic.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planted is found in each of its forms, and nothing else is. */
class PlantedSecretSearchTest {
    private static final String SECRET = "Pl4ntedWord1";

    @ParameterizedTest
    @ValueSource(
            strings = {SECRET, "UGw0bnRlZFdvcmQx", "506c346e746564576f726431", "50 6c 34 6e 74 65 64 57 6f 72 64 31"})
    void aFormOfASecretIsFound(String form) {
        PlantedSecretSearch search = new PlantedSecretSearch();
        search.plant(SECRET);
        search.in("a log", "before " + form + " behind");
        search.in("another", "Pl4nted elsewhere");
        assertThat(search.found()).hasSize(1).first().asString().contains("in a log");
    }

    @ParameterizedTest
    @ValueSource(strings = "administrator")
    void aPasswordInAHeaderIsFound(String name) {
        PlantedSecretSearch search = new PlantedSecretSearch();
        search.plantPair(name, SECRET);
        search.in(
                "a header",
                "Basic " + Base64.getEncoder().encodeToString((name + ":" + SECRET).getBytes(StandardCharsets.UTF_8)));
        assertThat(search.found()).hasSize(1);
    }
}
