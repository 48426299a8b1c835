package io.presencemedic.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.database.Blocking;
import io.presencemedic.evidence.Manifest.Absent;
import io.presencemedic.evidence.Manifest.Entry;
import io.presencemedic.evidence.folder.ArchiveInfo;
import io.presencemedic.evidence.folder.BundleDirectory;
import io.presencemedic.evidence.folder.DigestingOutputStream;
import io.presencemedic.evidence.folder.DurableFile;
import io.presencemedic.evidence.folder.EvidenceConfig;
import io.presencemedic.evidence.folder.FileRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the archive of what was collected; ZIP64 by itself where it is large. */
@ApplicationScoped
class BundleArchive {
    static final String README = "README.txt";

    private final JobReportFiles reports;
    private final BundleRepository store;
    private final EvidenceConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    BundleArchive(
            JobReportFiles reports, BundleRepository store, EvidenceConfig config, ObjectMapper json, Clock clock) {
        this.reports = reports;
        this.store = store;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Packs a bundle and remembers its archive. What was collected is removed afterwards: the archive holds it.
     *
     * @throws IOException where the archive could not be written; nothing is lost then
     */
    ArchiveInfo pack(BundleContents contents, BundleDirectory folder) throws IOException {
        List<Absent> absent = contents.absent(folder);
        reports.put(contents.subject().id(), contents.isOfAnotherJob(), folder);
        byte[] found = json.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(contents.snapshot().orElse(null));
        folder.put("findings.json", out -> out.write(found));
        byte[] readme = Readme.of(contents, absent).getBytes(UTF_8);
        folder.put(README, out -> out.write(readme));
        Instant now = clock.instant();
        Manifest manifest = manifest(contents, folder, absent, now);
        DigestingOutputStream[] measured = new DigestingOutputStream[1];
        DurableFile.<RuntimeException>write(folder.archive(), out -> {
            measured[0] = new DigestingOutputStream(folder.quota().limitArchive(out));
            write(manifest, folder, measured[0]);
            measured[0].flush();
        });
        ArchiveInfo packed = new ArchiveInfo(
                measured[0].size(),
                measured[0].sha256(),
                manifest.files().size(),
                absent.size(),
                now,
                now.plus(config.retention()));
        Blocking.await(store.packed(contents.own().id(), packed));
        folder.tidy();
        return packed;
    }

    private static Manifest manifest(
            BundleContents contents, BundleDirectory folder, List<Absent> absent, Instant now) {
        List<Entry> files = folder.files().stream().map(Entry::of).toList();
        return new ManifestBuilder()
                .bundle(contents.own().id())
                .kind(contents.kind())
                .cluster(contents.cluster().id())
                .job(contents.subject().id())
                .from(contents.own().parameters().path(BundleRequest.FROM).textValue())
                .to(contents.own().parameters().path(BundleRequest.TO).textValue())
                .pseudonyms(contents.own()
                        .parameters()
                        .path(BundleRequest.PSEUDONYMS)
                        .asBoolean(false))
                .createdAt(now)
                .masked(files.stream().mapToLong(Entry::masked).sum())
                .files(files)
                .notAvailable(absent)
                .build();
    }

    private void write(Manifest manifest, BundleDirectory folder, OutputStream out) throws IOException {
        byte[] list = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
        DigestingOutputStream own = new DigestingOutputStream(OutputStream.nullOutputStream());
        own.write(list);
        String sums = Manifest.sum(own.sha256(), "manifest.json") + manifest.sums();
        ZipOutputStream zip = new ZipOutputStream(out, UTF_8);
        List<FileRecord> files = folder.files();
        for (FileRecord file : files) {
            if (file.path().equals(README)) {
                add(zip, file, folder);
            }
        }
        add(zip, "manifest.json", manifest.createdAt(), list);
        add(zip, "SHA256SUMS", manifest.createdAt(), sums.getBytes(UTF_8));
        for (FileRecord file : files) {
            if (!file.path().equals(README)) {
                add(zip, file, folder);
            }
        }
        zip.finish();
    }

    private static void add(ZipOutputStream zip, FileRecord file, BundleDirectory folder) throws IOException {
        zip.setLevel(isPacked(file.path()) ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
        zip.putNextEntry(entry(file.path(), file.collectedAt()));
        Files.copy(folder.content(file), zip);
        zip.closeEntry();
    }

    private static void add(ZipOutputStream zip, String path, Instant at, byte[] content) throws IOException {
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        zip.putNextEntry(entry(path, at));
        zip.write(content);
        zip.closeEntry();
    }

    private static ZipEntry entry(String path, Instant at) {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        return entry;
    }

    /** What is compressed already does not become smaller. */
    private static boolean isPacked(String path) {
        return path.matches("(?i).*\\.(gz|tgz|zip|bz2|xz|z|7z)");
    }
}
