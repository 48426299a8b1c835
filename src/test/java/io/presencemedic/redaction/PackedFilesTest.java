package io.presencemedic.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;

class PackedFilesTest {
    private static final String SECRET = "Zq7vX2mK9wTr4LpN";
    private static final Redaction REDACTION = Redaction.ofSecrets();

    private RedactionResult redacted = RedactionResult.NOTHING;

    private byte[] redact(byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        redacted = REDACTION.copy(new ByteArrayInputStream(file), out);
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] gunzip(byte[] packed) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPackedLogIsUnpackedRedactedAndPacked() throws IOException {
        byte[] packed = gzip(utf8("a\npassword=" + SECRET + "\n"));
        assertThat(gunzip(redact(packed))).asString().isEqualTo("a\npassword=********\n");
        assertThat(redacted).isEqualTo(new RedactionResult(1, 0, 0, false));
        assertThat(gunzip(gunzip(redact(gzip(packed))))).asString().contains("********");
    }

    @Test
    void aPackedLogThatIsStillWrittenToKeepsWhatIsThere() throws IOException {
        byte[] packed = gzip(utf8("login password=" + SECRET + " first line of many\n".repeat(20_000)));
        byte[] copy = gunzip(redact(Arrays.copyOf(packed, packed.length - 30)));
        assertThat(copy).asString().startsWith("login password=******** first").doesNotContain(SECRET);
        assertThat(redacted.cutShort()).isTrue();
    }

    @Test
    void theFilesOfAZipAreRedacted() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("folder/"));
            zip.putNextEntry(new ZipEntry("folder/a.log"));
            zip.write(utf8("pwd=" + SECRET));
            zip.putNextEntry(new ZipEntry("b.gz"));
            zip.write(gzip(utf8("token=" + SECRET)));
        }
        try (ZipInputStream copy = new ZipInputStream(new ByteArrayInputStream(redact(bytes.toByteArray())))) {
            assertThat(copy.getNextEntry().getName()).isEqualTo("folder/");
            assertThat(copy.getNextEntry().getName()).isEqualTo("folder/a.log");
            assertThat(copy.readAllBytes()).asString().isEqualTo("pwd=********");
            assertThat(copy.getNextEntry().getName()).isEqualTo("b.gz");
            assertThat(gunzip(copy.readAllBytes())).asString().isEqualTo("token=********");
        }
        assertThat(redacted.masked()).isEqualTo(2);
    }

    @Test
    void theFilesOfATarAreRedactedAndItsBinaryOnesLeftOut() throws IOException {
        byte[] core = new byte[20_000];
        new Random(3).nextBytes(core);
        System.arraycopy(utf8("password=" + SECRET), 0, core, 10_000, 25);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            put(tar, "report/ccm.log", utf8("<password>" + SECRET + "</password>\n"));
            put(tar, "report/core.1", core);
        }
        byte[] copy = gunzip(redact(gzip(bytes.toByteArray())));
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(copy))) {
            assertThat(tar.getNextEntry().getName()).isEqualTo("report/ccm.log");
            assertThat(tar.readAllBytes()).asString().isEqualTo("<password>********</password>\n");
            assertThat(tar.getNextEntry().getName()).isEqualTo("report/core.1");
            assertThat(tar.readAllBytes()).asString().contains("left out", "20000 bytes");
            assertThat(tar.getNextEntry()).isNull();
        }
        assertThat(redacted).isEqualTo(new RedactionResult(1, 0, 1, false));
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    @Test
    void whatIsBrokenBelowIsNoEndOfAFile() throws IOException {
        byte[] packed = gzip(utf8("line\n".repeat(100_000)));
        InputStream broken = new ByteArrayInputStream(packed, 0, 200) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                int read = super.read(bytes, offset, length);
                if (read < 0) {
                    throw new UncheckedIOException(new IOException("the wire broke"));
                }
                return read;
            }
        };
        assertThatThrownBy(() -> REDACTION.copy(broken, OutputStream.nullOutputStream()))
                .hasMessageContaining("the wire broke");
    }
}
