package io.presencemedic.job.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.presencemedic.http.KeepableText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTextTest {
    private final EventJson events =
            new EventJson(new ObjectMapper().registerModules(new Jdk8Module(), new JavaTimeModule()));

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u202e", "\u2066", "\ud83d", "\udca5"})
    void whatANodeSaidIsKeptSuchThatItCanBeReadAgain(String character) {
        JobEvent said = new JobEvent.DidAct(1, "before " + character + " after", null, null);
        String written = events.write(said);
        assertThat(events.read(written)).isEqualTo(new JobEvent.DidAct(1, "before \ufffd after", null, null));
        assertThat(written).doesNotContain("\\u0000");
    }

    @ParameterizedTest
    @CsvSource({"plain", "Zürich", "\ud83d\udca5", "'a\tb'", "'\u001b[2J'"})
    void allElseIsKeptAsItIs(String text) {
        assertThat(KeepableText.of(text)).isSameAs(text);
    }
}
