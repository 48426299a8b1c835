package io.presencemedic.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * An archive cut into archives that are valid each by itself and no larger than a limit. Files are not cut: one that is
 * larger than the limit even when packed is a part of its own. Parts are made while they are sent; nothing is stored,
 * and nothing is packed anew: what is packed is copied as it is.
 */
final class ZipSplitter {
    /** Stands for how parts are made, in their versions: a range of one part does not fit another one's. */
    static final String LAYOUT = "raw";

    /** Headers of an entry at their largest, without its name, which stands there twice. */
    private static final long ENTRY = 30 + 24 + 46 + 64;

    private static final long END = 22 + 20 + 56;

    private final Path archive;
    private final List<List<String>> parts;

    private ZipSplitter(Path archive, List<List<String>> parts) {
        this.archive = archive;
        this.parts = parts;
    }

    /** Cuts an archive; the same archive and limit give the same parts every time. */
    static ZipSplitter of(Path archive, long limit) throws IOException {
        List<List<String>> parts = new ArrayList<>();
        try (ZipFile zip = open(archive)) {
            long quota = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                long size = size(entry);
                if (parts.isEmpty() || size > quota) {
                    parts.add(new ArrayList<>());
                    quota = limit - END;
                }
                parts.get(parts.size() - 1).add(entry.getName());
                quota -= size;
            }
        }
        return new ZipSplitter(archive, parts);
    }

    private static long size(ZipArchiveEntry entry) {
        long name = entry.getName().getBytes(StandardCharsets.UTF_8).length;
        return ENTRY + 2 * name + entry.getCompressedSize();
    }

    int count() {
        return parts.size();
    }

    /** Bytes of a part, from 1. */
    long size(int part) throws IOException {
        return copy(part, OutputStream.nullOutputStream());
    }

    /** Writes a part, from 1. */
    void write(int part, OutputStream out) throws IOException {
        copy(part, out);
    }

    private long copy(int part, OutputStream out) throws IOException {
        try (ZipFile zip = open(archive)) {
            ZipArchiveOutputStream copied = new ZipArchiveOutputStream(out);
            for (String name : parts.get(part - 1)) {
                ZipArchiveEntry entry = zip.getEntry(name);
                copied.addRawArchiveEntry(entry, zip.getRawInputStream(entry));
            }
            copied.finish();
            return copied.getBytesWritten();
        }
    }

    /** What an archive of ours says of an entry stands in its directory. */
    private static ZipFile open(Path archive) throws IOException {
        return ZipFile.builder()
                .setPath(archive)
                .setCharset(StandardCharsets.UTF_8)
                .setIgnoreLocalFileHeader(true)
                .get();
    }
}
