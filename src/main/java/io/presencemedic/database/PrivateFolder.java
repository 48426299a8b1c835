package io.presencemedic.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that only the account of this process can enter, where the file system knows accounts. */
final class PrivateFolder {
    private PrivateFolder() {}

    /** Makes the folder; one that is there already keeps its rights. */
    static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            close(folder);
        }
    }

    /** Takes all rights from everybody else. */
    static void close(Path folder) throws IOException {
        PosixFileAttributeView rights = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (rights != null) {
            rights.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }
}
