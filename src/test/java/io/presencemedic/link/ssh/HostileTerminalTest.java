package io.presencemedic.link.ssh;

import io.presencemedic.BesideTheService;
import io.presencemedic.ProcessorTime;
import io.presencemedic.Thorough;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a node sends, twice the text takes twice the time, though each piece of it may be a prompt or a question.
 */
@BesideTheService
class HostileTerminalTest {
    private static final int SIZE = 1 << 16;
    private static final int PIECE = 100;

    private static void read(String text) {
        Screen screen = new Screen();
        TerminalReader reader = new TerminalReader(screen);
        PromptDetector detector = new PromptDetector();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += PIECE) {
            reader.accept(bytes, at, Math.min(PIECE, bytes.length - at));
            detector.ofEnd(screen.end(PromptDetector.LONGEST), Math.max(0, screen.length() - PromptDetector.LONGEST));
        }
        screen.lines();
    }

    static List<String> pieces() {
        return Thorough.sample(
                List.of(
                        "(y/n)",
                        "(y/n) ",
                        "(y/n) \t",
                        "( y / n ) : ",
                        "(yes/no)",
                        "[yes/no]?   ",
                        "press y or Y to continue ",
                        "admin:",
                        "admin ",
                        "admin:1:",
                        " ",
                        "\r",
                        "\b",
                        "x\b",
                        "x\r",
                        "\u001b",
                        "\u001b[",
                        "\u001b[C",
                        "\u001b[4096Cx\r\n",
                        "\u001b]0;",
                        "options: q=quit (lines 1 - 2 of ",
                        "Press <enter> for 1 line, <space> for one page, or <q> to quit",
                        "\n",
                        "password",
                        "<"),
                3);
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void twiceTheTextTakesTwiceTheTime(String piece) {
        ProcessorTime.growsWithTheTextAlone(
                piece.strip(), piece.repeat(SIZE / piece.length()), HostileTerminalTest::read);
    }
}
