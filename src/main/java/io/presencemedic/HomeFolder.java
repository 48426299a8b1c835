package io.presencemedic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** The folder that holds keys and the embedded database: nobody but the service's account enters it. */
final class HomeFolder {
    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

    private HomeFolder() {}

    /**
     * Takes their rights from all other accounts, where the folder is there and the file system knows accounts.
     *
     * @return what to say; empty where nobody else had any right
     */
    static Optional<String> close(Path home) {
        PosixFileAttributeView rights = Files.getFileAttributeView(home, PosixFileAttributeView.class);
        if (rights == null || !Files.isDirectory(home)) {
            return Optional.empty();
        }
        try {
            Set<PosixFilePermission> found = rights.readAttributes().permissions();
            return OWN.containsAll(found) ? Optional.empty() : Optional.of(close(home, rights, found));
        } catch (IOException e) {
            return Optional.of("Who may enter the folder " + home + " of medic.home could not be found out: " + e);
        }
    }

    private static String close(Path home, PosixFileAttributeView rights, Set<PosixFilePermission> found) {
        String before = "The folder " + home + " of medic.home was open to other accounts ("
                + PosixFilePermissions.toString(found) + ")";
        try {
            rights.setPermissions(OWN);
            return before + " and is closed to them now.";
        } catch (IOException e) {
            return before + " and belongs to another account, so it stays as it is: it holds keys.";
        }
    }
}
