package io.presencemedic.database;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Writes a file that only the account of this process can read, from its first byte on. */
public final class PrivateFile {
    private PrivateFile() {}

    /**
     * Writes a new file.
     *
     * @throws java.nio.file.FileAlreadyExistsException where there is one already
     */
    public static void write(Path file, String text) throws IOException {
        Set<StandardOpenOption> create = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var out = Channels.newOutputStream(FileChannel.open(file, create, OwnersRights.toFile()))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
