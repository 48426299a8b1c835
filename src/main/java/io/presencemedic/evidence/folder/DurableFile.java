package io.presencemedic.evidence.folder;

import io.presencemedic.database.OwnersRights;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;

/** Files that are there as a whole or not at all, whenever the process dies. Only its own account can read them. */
public final class DurableFile {
    private static final int BUFFER = 64 * 1024;
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private DurableFile() {}

    /** Writes the content of a file. */
    public interface Content<E extends Exception> {
        void writeTo(OutputStream out) throws IOException, E;
    }

    /** Writes beside the place, makes sure that it is on the disk, and puts it into its place. */
    public static <E extends Exception> void write(Path place, Content<E> content) throws IOException, E {
        Path folder = folder(place);
        Path part = folder.resolve("." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnersRights.toFile())) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folder);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** What went wrong, where it had to be carried through code that knows nothing of files. */
    public static IOException cause(UncheckedIOException carrier) {
        IOException cause = carrier.getCause();
        return cause == null ? new IOException(carrier) : cause;
    }

    /** Makes a folder that only the account of this process can enter. */
    static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, OwnersRights.toFolder());
    }

    private static Path folder(Path place) throws IOException {
        Path folder = place.getParent();
        if (folder == null) {
            throw new IOException(place + " is in no folder");
        }
        makeFolder(folder);
        return folder;
    }

    /** A folder can be opened and forced where the file system is POSIX. */
    private static void sync(Path folder) throws IOException {
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
