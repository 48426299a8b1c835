package io.presencemedic.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps the home folder for one process; the operating system releases it however that process ends. */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StartFailure where another process holds the folder, or the folder cannot be written */
    static HomeLock take(Path home) {
        Path file = home.resolve("lock");
        try {
            PrivateFolder.make(home);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new StartFailure(inUse(home, Files.readString(file).strip()));
            }
            writeOwner(channel);
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new StartFailure(
                    "The folder " + home + " cannot be used (" + e
                            + "). Make it writable or set medic.home to another.",
                    e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void writeOwner(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(
                Long.toString(ProcessHandle.current().pid())));
    }

    private static String inUse(Path home, String owner) {
        return "The folder " + home + " is in use by another living process (process id " + owner
                + "). Stop that process, or set medic.home to another folder.";
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
