package io.presencemedic.link.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.link.ssh.PromptState.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptDetectorTest {
    private final PromptDetector detector = new PromptDetector();

    @ParameterizedTest
    @ValueSource(strings = {"admin:", "admin: ", "admin(12):", "admin 3:", "admin:7:", "admin[0]:"})
    void aPromptIsTheWholeLastLine(String line) {
        assertThat(detector.of(line)).isEqualTo(PromptState.PROMPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "admin",
                "administrator:",
                "Password:",
                "admin:show version",
                " admin:",
                "User admin:",
                "Name:",
                "xadmin:",
                "Admin:",
                "[root@host ~]#"
            })
    void nothingElseIsAPrompt(String line) {
        assertThat(detector.of(line).kind()).isEqualTo(Kind.OUTPUT);
    }

    @Test
    void onceAPromptIsLearnedOnlyItsNumberMayDiffer() {
        detector.learn("admin (7):");
        assertThat(detector.of("admin (8):")).isEqualTo(PromptState.PROMPT);
        assertThat(detector.of("admin (1024): ")).isEqualTo(PromptState.PROMPT);
        assertThat(detector.of("admin:")).isEqualTo(PromptState.OUTPUT);
        detector.learn("admin:");
        assertThat(detector.of("admin(8):")).isEqualTo(PromptState.OUTPUT);
    }

    @Test
    void bothPagersAreKnownWithTheirKeys() {
        assertThat(detector.of("Press <enter> for 1 line, <space> for one page, or <q> to quit "))
                .isEqualTo(PromptState.pager(0, " "));
        assertThat(detector.of("text Press <enter> for 1 line, <space> for one page, or <q> to quit"))
                .isEqualTo(PromptState.pager(5, " "));
        assertThat(detector.of("options: q=quit, n=next, p=prev, b=begin, e=end (lines 61 - 80 of 207554) : "))
                .isEqualTo(PromptState.pager(0, "n"));
        assertThat(detector.of("options: q=quit, n=next, p=prev, b=begin, e=end (lines 61 - 80 of 80) :"))
                .isEqualTo(PromptState.pager(0, "q"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Continue (y/n)?",
                "Continue (y/n)? ",
                "Would you like to proceed [y/n]?",
                "Do you want to continue (yes/no) ? ",
                "Enter (yes/no)?",
                "Continue? Press y or Y to continue, any other key to cancel request."
            })
    void aQuestionIsAQuestion(String line) {
        assertThat(detector.of(line).kind()).isEqualTo(Kind.QUESTION);
    }

    @Test
    void aQuestionIsAnsweredInTheFormThatItAsksFor() {
        assertThat(detector.of("Continue (y/n)?").reply()).isEqualTo("y\n");
        assertThat(detector.of("Enter (yes/no)?").reply()).isEqualTo("yes\n");
        assertThat(detector.of("Press y or Y to continue, any other key to cancel request.")
                        .reply())
                .isEqualTo("y");
    }

    @Provide
    Arbitrary<byte[]> garbage() {
        Arbitrary<String> pieces = Arbitraries.of(
                "admin", "dmin:", "a", "admin:x", "Admin:", "\r", "\n", "\u001b[", "K", "\u001b]", ":", " ", "#",
                "(y/n", "?", "min:");
        return Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(400),
                pieces.list().ofMaxSize(30).map(list -> String.join("", list).getBytes(StandardCharsets.UTF_8)));
    }

    /** The last line of the screen is what a person would call it; nothing but this very line is taken for a prompt. */
    @Property(tries = 2000)
    void randomTerminalGarbageNeverMatchesAPrompt(@ForAll("garbage") byte[] bytes) {
        List<String> lines = new TerminalText().read(bytes).lines();
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        Assume.that(!last.stripTrailing().matches("admin[^A-Za-z].{0,39}:|admin:"));
        assertThat(detector.of(last).kind()).isNotEqualTo(Kind.PROMPT);
    }
}
