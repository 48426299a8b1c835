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
    /** Measured: 1.4 to 1.7 times. */
    private static final int MOST_TIMES = 4;

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

    /** Such a line may be a secret, and traces hold megabytes of them. */
    @Test
    void linesOfHexadecimalDigitsCostNoMoreThanAFewTimesThoseOfOtherLetters() {
        String digits = lines(0);
        String letters = lines(16);
        copy(digits);
        copy(letters);
        long most = MOST_TIMES * ProcessorTime.of(() -> copy(letters), 0);
        assertThat(ProcessorTime.of(() -> copy(digits), most))
                .as("nanoseconds for lines of digits")
                .isLessThanOrEqualTo(most);
    }

    /** Two megabytes of lines of sixteen different letters, from that one on in base 36. */
    private static String lines(int first) {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder();
        while (text.length() < 2 * MIB) {
            random.ints(64, first, first + 16).forEach(digit -> text.append(Character.forDigit(digit, 36)));
            text.append('\n');
        }
        return text.toString();
    }
}
