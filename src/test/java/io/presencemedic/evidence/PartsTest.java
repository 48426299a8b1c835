package io.presencemedic.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.http.ByteRange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideTheService
class PartsTest {
    private static final long LIMIT = 100_000;

    @TempDir
    Path folder;

    @Test
    void everyPartIsAnArchiveByItselfWithinTheLimitAndTogetherTheyAreTheWhole() throws IOException {
        Map<String, byte[]> files = files(200, 30_000);
        ZipSplitter parts = ZipSplitter.of(archive(files), LIMIT);
        Map<String, byte[]> found = new TreeMap<>();
        for (int part = 1; part <= parts.count(); part++) {
            byte[] bytes = written(parts, part);
            assertThat((long) bytes.length).isLessThanOrEqualTo(LIMIT).isEqualTo(parts.size(part));
            found.putAll(read(bytes));
        }
        assertThat(parts.count()).isGreaterThan(10);
        assertThat(found.keySet()).isEqualTo(files.keySet());
        files.forEach((name, content) -> assertThat(found.get(name)).isEqualTo(content));
    }

    @Test
    void aFileThatIsLargerThanTheLimitIsAPartOfItsOwn() throws IOException {
        Map<String, byte[]> files = files(3, 1000);
        byte[] large = new byte[300_000];
        new Random(1).nextBytes(large);
        files.put("logs/large.gz", large);
        ZipSplitter parts = ZipSplitter.of(archive(files), LIMIT);
        assertThat(parts.count()).isEqualTo(2);
        assertThat(read(written(parts, 2))).containsOnlyKeys("logs/large.gz");
    }

    @Test
    void aPartIsTheSameEachTimeSoThatARangeOfItFits() throws IOException {
        ZipSplitter parts = ZipSplitter.of(archive(files(20, 30_000)), LIMIT);
        byte[] whole = written(parts, 1);
        ByteRange range = new ByteRange(1234, 56_789, whole.length);
        ByteArrayOutputStream some = new ByteArrayOutputStream();
        parts.write(1, new RangeOutputStream(some, range));
        assertThat(some.toByteArray()).isEqualTo(Arrays.copyOfRange(whole, 1234, 56_790));
    }

    @Test
    void whatIsPackedIsCopiedAsItIs() throws IOException {
        Map<String, byte[]> files = new TreeMap<>(Map.of("one.log", new byte[30_000], "two.log", new byte[40_000]));
        ZipSplitter parts = ZipSplitter.of(archive(files, Deflater.NO_COMPRESSION), LIMIT);
        byte[] part = written(parts, 1);
        assertThat(part.length).isBetween(70_000, 71_000);
        assertThat(read(part)).containsOnlyKeys("one.log", "two.log");
    }

    /** Files of every kind: those that pack well, those that do not, and empty ones. */
    private static Map<String, byte[]> files(int count, int largest) {
        Map<String, byte[]> files = new TreeMap<>();
        Random random = new Random(42);
        for (int i = 0; i < count; i++) {
            byte[] content = new byte[random.nextInt(largest)];
            if (i % 2 == 0) {
                random.nextBytes(content);
            }
            files.put("logs/imp-pub/Some Service/file%03d.%s".formatted(i, i % 3 == 0 ? "gz" : "log"), content);
        }
        return files;
    }

    private Path archive(Map<String, byte[]> files) throws IOException {
        return archive(files, Deflater.DEFAULT_COMPRESSION);
    }

    private Path archive(Map<String, byte[]> files, int level) throws IOException {
        Path archive = folder.resolve("whole.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.setLevel(level);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return archive;
    }

    private static byte[] written(ZipSplitter parts, int part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.write(part, out);
        return out.toByteArray();
    }

    private static Map<String, byte[]> read(byte[] archive) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
