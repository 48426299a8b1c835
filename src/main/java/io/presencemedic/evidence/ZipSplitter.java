package io.presencemedic.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * An archive cut into archives that are valid each by itself and no larger than a limit. Files are not cut: one that is
 * larger than the limit even when packed is a part of its own. Parts are made while they are sent; nothing is stored.
 */
final class ZipSplitter {
    /** Headers of an entry at their largest, without its name, which stands there twice. */
    private static final long ENTRY = 30 + 24 + 46 + 64;

    private static final long END = 22 + 20 + 56;
    /** What is packed anew may come out a little larger. */
    private static final long SLACK = 512;

    private final Path archive;
    private final List<List<String>> parts;

    private ZipSplitter(Path archive, List<List<String>> parts) {
        this.archive = archive;
        this.parts = parts;
    }

    /** Cuts an archive; the same archive and limit give the same parts every time. */
    static ZipSplitter of(Path archive, long limit) throws IOException {
        List<List<String>> parts = new ArrayList<>();
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
            long room = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                long size = size(entry);
                if (parts.isEmpty() || size > room) {
                    parts.add(new ArrayList<>());
                    room = limit - END;
                }
                parts.get(parts.size() - 1).add(entry.getName());
                room -= size;
            }
        }
        return new ZipSplitter(archive, parts);
    }

    private static long size(ZipEntry entry) {
        long name = entry.getName().getBytes(StandardCharsets.UTF_8).length;
        return ENTRY + 2 * name + entry.getCompressedSize() + entry.getCompressedSize() / 1000 + SLACK;
    }

    int count() {
        return parts.size();
    }

    /** Bytes of a part, from 1. */
    long size(int part) throws IOException {
        DigestingOutputStream measured = new DigestingOutputStream(OutputStream.nullOutputStream());
        write(part, measured);
        return measured.size();
    }

    /** Writes a part, from 1. */
    void write(int part, OutputStream out) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
            ZipOutputStream packed = new ZipOutputStream(out, StandardCharsets.UTF_8);
            for (String name : parts.get(part - 1)) {
                ZipEntry entry = zip.getEntry(name);
                ZipEntry copy = new ZipEntry(name);
                copy.setTimeLocal(entry.getTimeLocal());
                packed.putNextEntry(copy);
                try (InputStream content = zip.getInputStream(entry)) {
                    content.transferTo(packed);
                }
                packed.closeEntry();
            }
            packed.finish();
        }
    }
}
