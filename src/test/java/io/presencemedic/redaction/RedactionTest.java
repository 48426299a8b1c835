package io.presencemedic.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String SECRET = "Zq7vX2mK9wTr4LpN";
    private static final Redaction REDACTION = Redaction.ofSecrets();

    private RedactionResult redacted = RedactionResult.NOTHING;

    /** Gives a file in pieces of any size. */
    private static InputStream inPieces(byte[] file, Random sizes) {
        return new ByteArrayInputStream(file) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, length == 0 ? 0 : 1 + sizes.nextInt(Math.min(length, 40)));
            }
        };
    }

    private byte[] redact(byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        redacted = REDACTION.copy(inPieces(file, new Random(file.length)), out);
        return out.toByteArray();
    }

    private String redact(String text, Charset charset) throws IOException {
        return new String(redact(text.getBytes(charset)), charset);
    }

    private String redact(String text) throws IOException {
        return redact(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16BE"})
    void noSecretOfAnySortIsInTheCopy(String charset) throws IOException {
        for (var form : PlantedSecrets.FORMS) {
            String text = "before, nothing special\n" + form.apply(SECRET) + "\nbehind\r\n";
            String copy = redact(text, Charset.forName(charset));
            assertThat(PlantedSecrets.isIn(copy, SECRET))
                    .as(text + " became " + copy)
                    .isFalse();
            assertThat(copy).startsWith("before, nothing special\n").endsWith("\nbehind\r\n");
            assertThat(redacted.masked()).as(text).isPositive();
        }
    }

    @Property(tries = 60)
    void noSecretIsInTheCopyWhereverItStandsInAFile(@ForAll @IntRange(max = 200_000) int before, @ForAll Random random)
            throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.length() < before) {
            text.append("a line of no interest, number ").append(text.length()).append("\r\n");
        }
        var forms = new ArrayList<>(PlantedSecrets.FORMS);
        Collections.shuffle(forms, random);
        forms.forEach(form -> text.append(form.apply(SECRET)).append("\n\n"));
        assertThat(PlantedSecrets.isIn(redact(text.toString()), SECRET)).isFalse();
    }

    /** Lines of megabytes, with secrets around the places at which they are cut. */
    @Test
    void noSecretIsInTheCopyOfAVeryLongLine() throws IOException {
        List<String> oneLine = PlantedSecrets.FORMS.stream()
                .map(form -> form.apply(SECRET))
                .filter(text -> !text.contains("\n") && !text.contains(": "))
                .toList();
        Random random = new Random(5);
        StringBuilder line = new StringBuilder();
        while (line.length() < 1_500_000) {
            line.append(oneLine.get(random.nextInt(oneLine.size())))
                    .append(random.nextInt(3) == 0 ? " " : " filler".repeat(random.nextInt(400)))
                    .append(' ');
        }
        assertThat(PlantedSecrets.isIn(redact(line + "\nbehind\n"), SECRET)).isFalse();
        assertThat(redact(line + "\nbehind\n")).endsWith("\nbehind\n");
    }

    @Test
    void aSecretLongerThanAnythingIsMaskedAsAWhole() throws IOException {
        String copy = redact("x password=\"" + SECRET.repeat(100_000) + "\" y\nbehind\n");
        assertThat(copy)
                .startsWith("x password=********")
                .endsWith("\nbehind\n")
                .doesNotContain(SECRET);
        assertThat(copy.length()).isLessThan(100);
    }

    @Test
    void aVeryLongLineWithoutSecretsStaysAsItIs() throws IOException {
        String line = "the quick brown fox, passing by; ".repeat(70_000) + "\r\nend";
        assertThat(redact(line)).isEqualTo(line);
        assertThat(redacted).isEqualTo(RedactionResult.NOTHING);
        String wall = "x".repeat(1_500_000);
        assertThat(redact(wall)).isEqualTo(wall);
    }

    @Property(tries = 300)
    void whatIsNoSecretStaysByteForByte(@ForAll @Size(max = 300) List<@IntRange(min = 9, max = 255) Integer> units)
            throws IOException {
        byte[] text = new byte[units.size()];
        for (int i = 0; i < text.length; i++) {
            int unit = units.get(i);
            text[i] = (byte) (unit < ' ' && unit > '\r' ? '\n' : unit);
        }
        byte[] copy = redact(text);
        if (redacted.masked() == 0 && redacted.leftOut() == 0) {
            assertThat(copy).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2031-05-01 12:00:00,123 INFO  [main] SyncAgent - Sync completed in 12 s, 40 users\r\n",
                "Basic authentication is used; bearer capability of the call: speech\n",
                "Authentication failed for user x: the account is locked\n",
                "%UC_SRM-2-SRMFailover: %[AppID=Cisco Server Recovery Manager][NodeID=imp-pub]: key=4\n",
                "pass=12 fail=3 test results; Password Reset [STOPPED] Service Activated\n",
                "name     n\n======== =\npassword 1\n",
                "http://node.example.com:8080/path?mail=a\n",
                "SIP/2.0 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"x\", nonce=\"5f\"\r\n",
                "at com.example.TokenReader.read(TokenReader.java:12)\n",
                "no line end"
            })
    void whatOnlyLooksLikeASecretStays(String text) throws IOException {
        assertThat(redact(text)).isEqualTo(text);
        assertThat(redact(text, StandardCharsets.UTF_16LE)).isEqualTo(text);
    }

    @Test
    void wideTextWithAStrayByteIsKept() throws IOException {
        byte[] wide = Arrays.copyOf("\uFEFFline\nüñ password=a\n".getBytes(StandardCharsets.UTF_16LE), 47);
        byte[] copy = redact(wide);
        assertThat(copy[copy.length - 1]).isEqualTo(wide[46]);
        assertThat(new String(copy, 0, copy.length - 1, StandardCharsets.UTF_16LE))
                .contains("üñ password=********\n");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWrittenInsteadOfReadIsRedactedToo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RedactingStream stream = REDACTION.to(out)) {
            for (byte b : utf8("password=" + SECRET + "\n".repeat(500_000))) {
                stream.write(b);
            }
            assertThat(stream.finish().masked()).isEqualTo(1);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("password=********\n")
                .hasSize(500_017);
    }

    @Test
    void aTakerThatFailsIsReportedToTheWriter() throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        try (RedactingStream stream = REDACTION.to(full)) {
            assertThatThrownBy(() -> {
                        stream.write(new byte[2_000_000]);
                        stream.finish();
                    })
                    .hasMessage("No space left on device");
        }
    }
}
