package io.presencemedic.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;

/**
 * An archive that was made to do harm does none: it grows no further than its size explains, and stays in its folder.
 */
@BesideTheService
class HostileArchiveTest {
    private static final int MIB = 1 << 20;

    private static final class CountingStream extends OutputStream {
        private long bytes;

        @Override
        public void write(int value) {
            bytes++;
        }

        @Override
        public void write(byte[] written, int offset, int length) {
            bytes += length;
        }
    }

    @Test
    void aSmallFileNeverBecomesAGiantOne() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bomb))) {
            TarArchiveEntry entry = new TarArchiveEntry("trace.txt");
            entry.setSize(100L * MIB);
            tar.putArchiveEntry(entry);
            byte[] line = ("a".repeat(1023) + "\n").getBytes(UTF_8);
            for (int i = 0; i < 100 * 1024; i++) {
                tar.write(line);
            }
            tar.closeArchiveEntry();
        }
        CountingStream out = new CountingStream();
        RedactionResult result = Redaction.ofSecrets().copy(new ByteArrayInputStream(bomb.toByteArray()), out);
        assertThat(result.cutShort()).isTrue();
        assertThat(out.bytes).isLessThan(80L * MIB);
    }

    @Test
    void namesThatLeadElsewhereOrCollideAreReplaced() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (String name : List.of("../../etc/cron.d/x", "/root/.ssh/y", "log.txt", "LOG.TXT", "a\u202etxt.exe")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("text\n".getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Redaction.ofSecrets().copy(new ByteArrayInputStream(packed.toByteArray()), out);
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).containsExactly("etc/cron.d/x", "root/.ssh/y", "log.txt", "LOG.TXT~2", "a_txt.exe");
    }

    @Test
    void nobodyGetsAnothersRightsFromAnArchive() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
            TarArchiveEntry entry = new TarArchiveEntry("../run");
            entry.setMode(0104777);
            entry.setSize(2);
            tar.putArchiveEntry(entry);
            tar.write("x\n".getBytes(UTF_8));
            tar.closeArchiveEntry();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Redaction.ofSecrets().copy(new ByteArrayInputStream(packed.toByteArray()), out);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            TarArchiveEntry entry = tar.getNextEntry();
            assertThat(entry.getName()).isEqualTo("run");
            assertThat(entry.getMode() & 07022).isZero();
        }
    }
}
