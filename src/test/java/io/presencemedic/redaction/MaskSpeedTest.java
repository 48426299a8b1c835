package io.presencemedic.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.ProcessorTime;
import io.presencemedic.Thorough;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a mask costs: the same for each character, and little. */
@BesideTheService
class MaskSpeedTest {
    private static final int MIB = 1 << 20;
    private static final int SIZE = 1 << 14;
    /** The tests run with the first compiler alone, which is half as fast: with both it is 54 to 70 MB/s. */
    private static final double LEAST_MEGABYTES_A_SECOND = 12;

    private static void copy(String text) {
        try {
            Redaction.ofSecrets()
                    .copy(
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)),
                            OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> pieces() {
        return Thorough.sample(
                List.of(
                        "passwordpassword",
                        "password=",
                        "password = \"",
                        "password ",
                        "<password>",
                        "<password>\n",
                        "credentials'",
                        "deadbeef",
                        "deadbeef\n",
                        "Authorization: ",
                        "-----BEGIN PRIVATE KEY-----\n",
                        "-----BEGIN PRIVATE KEY",
                        "====  ====\n",
                        "pin \n=== \n1 2 3 4\n",
                        "a=b&",
                        "{\"password\":",
                        "\\\"password\\\":",
                        " ",
                        "\t\r",
                        "=",
                        "'",
                        "\"",
                        "<",
                        "://a:b@",
                        "\u0130",
                        "AAAA",
                        "eyJ."),
                3);
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void twiceTheTextTakesTwiceTheTime(String piece) {
        String text = piece.repeat(SIZE / piece.length());
        ProcessorTime.growsWithTheTextAlone("mask " + piece, text, SecretMask::mask);
        ProcessorTime.growsWithTheTextAlone("copy " + piece, text, MaskSpeedTest::copy);
    }

    @Test
    void linesOfHexadecimalDigitsAreMaskedAsFastAsTheyAreSent() {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder();
        while (text.length() < 8 * MIB) {
            random.ints(64, 0, 16).forEach(digit -> text.append(Character.forDigit(digit, 16)));
            text.append('\n');
        }
        String lines = text.toString();
        double enough = lines.length()
                / (LEAST_MEGABYTES_A_SECOND * 1_000_000)
                * Duration.ofSeconds(1).toNanos();
        copy(lines);
        long took = ProcessorTime.of(() -> copy(lines), (long) enough);
        assertThat(lines.length() / 1e6 / (took / 1e9)).as("MB/s").isGreaterThanOrEqualTo(LEAST_MEGABYTES_A_SECOND);
    }
}
