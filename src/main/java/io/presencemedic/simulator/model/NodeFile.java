package io.presencemedic.simulator.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A file of a node, as its bytes stand there. */
public final class NodeFile {
    /** The folder below which the files of logs and commands are. */
    static final String FOLDER = "/var/log/active/";

    private static final String GZIP = ".gz";
    private static final String TAR = ".tar";

    private final String path;
    private final Instant modified;
    private final byte[] bytes;

    private NodeFile(String path, Instant modified, byte[] bytes) {
        this.path = path;
        this.modified = modified;
        this.bytes = bytes;
    }

    /** A file of lines; packed where its name says so. */
    static NodeFile text(String path, Instant modified, List<String> lines) {
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return new NodeFile(path, modified, path.endsWith(GZIP) ? gzip(text) : text);
    }

    /** A file in which others are packed. */
    static NodeFile archive(String path, Instant modified, List<NodeFile> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (NodeFile file : files) {
                TarArchiveEntry entry = new TarArchiveEntry(file.path);
                entry.setModTime(Date.from(file.modified));
                entry.setSize(file.bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(file.bytes);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new NodeFile(path, modified, bytes.toByteArray());
    }

    /** From the root. */
    public String path() {
        return path;
    }

    /** The name without folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** When it was written last. */
    public Instant modified() {
        return modified;
    }

    /** How many bytes it has. */
    public int size() {
        return bytes.length;
    }

    /** What stands in it. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Its lines; none where it is packed. */
    public Stream<String> lines() {
        return path.endsWith(GZIP) || path.endsWith(TAR)
                ? Stream.empty()
                : new String(bytes, StandardCharsets.UTF_8).lines();
    }

    /** Packed without compression, so that a log has the size that was listed whatever moments stand in it. */
    private static byte[] gzip(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new Stored(bytes)) {
            packed.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static final class Stored extends GZIPOutputStream {
        Stored(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.NO_COMPRESSION);
        }
    }
}
