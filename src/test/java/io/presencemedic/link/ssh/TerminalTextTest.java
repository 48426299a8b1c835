package io.presencemedic.link.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TerminalTextTest {
    private static final String ESC = "\u001b";

    private static List<String> lines(String text) {
        return new TerminalText().read(text.getBytes(StandardCharsets.UTF_8)).lines();
    }

    static List<Arguments> sessions() {
        return List.of(
                Arguments.of("plain lines", "a\r\nb\r\n", List.of("a", "b")),
                Arguments.of("an unfinished line", "a\r\nb", List.of("a", "b")),
                Arguments.of("padded carriage returns", "a\r\r\n\rb\r\r\r\n", List.of("a", "b")),
                Arguments.of("a nudged prompt", "admin:\r\n\radmin:", List.of("admin:", "admin:")),
                Arguments.of(
                        "a spinner",
                        "Please wait -\rPlease wait \\\rPlease wait done\r\n",
                        List.of("Please wait done")),
                Arguments.of(
                        "a pager that erases itself",
                        "x\r\n" + ESC + "[1mPress" + ESC + "[0m\r" + ESC + "[Ky\r\n",
                        List.of("x", "y")),
                Arguments.of("colours", ESC + "[1;31mred" + ESC + "[0m\r\n", List.of("red")),
                Arguments.of(
                        "a title", ESC + "]0;title" + "\u0007" + "text" + ESC + "]2;x" + ESC + "\\", List.of("text")),
                Arguments.of("a device string", ESC + "P1;2q###" + ESC + "\\x", List.of("x")),
                Arguments.of("a title that never ends", ESC + "]0;title\r\ntext\r\n", List.of("", "text")),
                Arguments.of("character sets and keypad modes", ESC + "(B" + ESC + "=a" + ESC + ">\r\n", List.of("a")),
                Arguments.of("bracketed paste", ESC + "[?2004hadmin:" + ESC + "[?2004l\r\n", List.of("admin:")),
                Arguments.of("backspaces", "abc\b\bX\r\n", List.of("aXc")),
                Arguments.of("cursor moves", "abc" + ESC + "[2DX" + ESC + "[1CY\r\n", List.of("aXcY")),
                Arguments.of("a move to the last row", "old" + ESC + "[24;1Hnew" + ESC + "[K\r\n", List.of("new")),
                Arguments.of("an erased line", "junk" + ESC + "[2K\rtext\r\n", List.of("text")),
                Arguments.of("tabs", "\tName:\tx\r\n", List.of("\tName:\tx")),
                Arguments.of("bells and nulls", "a\u0007\u0000b\r\n", List.of("ab")),
                Arguments.of("letters beyond ASCII", "Straße €\r\n", List.of("Straße €")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sessions")
    void whatAPersonWouldSee(String what, String session, List<String> seen) {
        assertThat(lines(session)).isEqualTo(seen);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sessions")
    void oneByteAtATimeIsReadAlike(String what, String session, List<String> seen) {
        TerminalText text = new TerminalText();
        for (byte b : session.getBytes(StandardCharsets.UTF_8)) {
            text.read(new byte[] {b});
        }
        assertThat(text.lines()).isEqualTo(seen);
    }

    @Test
    void aMoveFarAwayDoesNotFillTheMemory() {
        assertThat(lines(ESC + "[99999999Cx" + ESC + "[99999Cy\r\n").get(0)).hasSizeLessThan(10_000);
    }

    @Provide
    Arbitrary<byte[]> terminalBytes() {
        Arbitrary<String> pieces = Arbitraries.oneOf(
                Arbitraries.of(
                        "\r",
                        "\n",
                        "\r\n",
                        ESC,
                        ESC + "[",
                        ESC + "]",
                        ESC + "[K",
                        ESC + "[2K",
                        ESC + "[1m",
                        ESC + "[24;1H",
                        "\b",
                        "\t",
                        "admin:",
                        "é€😀",
                        " ",
                        "Press <enter>"),
                Arbitraries.strings().ofMaxLength(6));
        Arbitrary<byte[]> text =
                pieces.list().ofMaxSize(40).map(list -> String.join("", list).getBytes(StandardCharsets.UTF_8));
        return Arbitraries.oneOf(text, Arbitraries.bytes().array(byte[].class).ofMaxSize(120));
    }

    @Property(tries = 1000)
    void anyChunkingOfTheBytesGivesTheSameReading(
            @ForAll("terminalBytes") byte[] bytes, @ForAll @Size(max = 20) List<@IntRange(max = 400) Integer> cuts) {
        TerminalText whole = new TerminalText().read(bytes);
        TerminalText pieces = new TerminalText();
        int from = 0;
        for (int cut : cuts.stream().sorted().toList()) {
            int to = Math.min(cut, bytes.length);
            pieces.read(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        pieces.read(Arrays.copyOfRange(bytes, from, bytes.length));
        assertThat(pieces.lines()).isEqualTo(whole.lines());
    }
}
