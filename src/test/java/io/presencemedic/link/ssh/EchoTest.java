package io.presencemedic.link.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoTest {
    private static final String COMMAND = "run sql select name from processnode where name = 'aaaa aaab'";
    private final Screen screen = new Screen();
    private final Echo echo = new Echo(screen);

    private List<String> hear(String text) {
        echo.expect(COMMAND);
        new TerminalReader(echo)
                .accept(text.getBytes(StandardCharsets.UTF_8), 0, text.getBytes(StandardCharsets.UTF_8).length);
        return screen.lines();
    }

    @Test
    void theEchoGoesAwayWithItsLineEnd() {
        assertThat(hear(COMMAND + "\r\nname\r\n====\r\nadmin:")).containsExactly("name", "====", "admin:");
        assertThat(echo.done()).isTrue();
    }

    @Test
    void aSecondPromptBeforeTheEchoGoesAwayWithIt() {
        assertThat(hear("\r\n\radmin:" + COMMAND + "\r\nrow\r\n")).containsExactly("row");
    }

    @Test
    void anEmptyLineOfTheAnswerStays() {
        assertThat(hear(COMMAND + "\r\n\r\nrow\r\n")).containsExactly("", "row");
    }

    @Test
    void anAnswerOnTheLineOfTheEchoStays() {
        assertThat(hear(COMMAND + " Rows: 1\r\n")).containsExactly("Rows: 1");
    }

    @Test
    void anEchoThatIsPaintedAgainFromTheLeftIsStillOne() {
        String start = COMMAND.substring(0, 30);
        assertThat(hear(start + "\r" + COMMAND + "\r\nrow")).containsExactly("row");
        assertThat(hear(start + " \r" + COMMAND.substring(20, 40) + "\r" + COMMAND.substring(20) + "\r\nrow"))
                .containsExactly("row");
    }

    @Test
    void withoutTheWholeEchoNothingIsAnAnswer() {
        hear(COMMAND.substring(0, COMMAND.length() - 1) + "\r\nadmin:");
        assertThat(echo.done()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {" \r", "\r\n", "\n", " \r\u001b[K", "\r\n\u001b[K", " \b"})
    void whateverALineEditorWrapsWithIsNotAnAnswer(String wrap) {
        StringBuilder wrapped = new StringBuilder();
        for (int i = 0; i < COMMAND.length(); i++) {
            wrapped.append(COMMAND.charAt(i)).append(i % 16 == 9 ? wrap : "");
        }
        assertThat(hear(wrapped + "\r\nrow\r\n")).containsExactly("row");
    }

    @Property
    void anEchoWrappedAtAnyWidthIsRemoved(@ForAll @IntRange(min = 1, max = 90) int width) {
        StringBuilder wrapped = new StringBuilder();
        for (int i = 0; i < COMMAND.length(); i++) {
            wrapped.append(COMMAND.charAt(i));
            if ((i + 7) % width == 0) {
                wrapped.append(" \r");
            }
        }
        assertThat(hear(wrapped + "\r\nrow\r\n")).containsExactly("row");
    }
}
