package io.presencemedic.database;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Rights of the account of this process alone, for what is made; none where the file system knows no accounts. */
public final class OwnersRights {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnersRights() {}

    /** For a file that may be read and written. */
    public static FileAttribute<?>[] toFile() {
        return of("rw-------");
    }

    /** For a folder, or a file that may also be run. */
    public static FileAttribute<?>[] toFolder() {
        return of("rwx------");
    }

    private static FileAttribute<?>[] of(String rights) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
