package io.presencemedic.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** All text of a file, whatever it is packed in. */
final class Unpacked {
    private static final int TAR_MAGIC = 257;

    private Unpacked() {}

    static String text(byte[] file) {
        String raw = new String(file, StandardCharsets.ISO_8859_1);
        try {
            if (raw.startsWith("\u001f\u008b")) {
                return text(new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes());
            }
            if (raw.startsWith("PK\u0003\u0004")) {
                return zip(new ByteArrayInputStream(file));
            }
            return raw.startsWith("ustar", TAR_MAGIC) ? tar(new ByteArrayInputStream(file)) : raw;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String zip(InputStream file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(entry.getName()).append('\n').append(text(zip.readAllBytes()));
            }
        }
        return text.toString();
    }

    private static String tar(InputStream file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(file)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                text.append(entry.getName()).append('\n').append(text(tar.readAllBytes()));
            }
        }
        return text.toString();
    }
}
