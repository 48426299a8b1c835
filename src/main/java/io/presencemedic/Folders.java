package io.presencemedic;

import io.presencemedic.database.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/** The folders that the configuration names. A wrong one is told at the start, not in the first job that needs it. */
final class Folders {
    private static final String CREDENTIALS = "medic.credentials-dir";
    private static final String EVIDENCE = "medic.evidence.dir";

    private Folders() {}

    /** @throws StartFailure where one of them cannot be used */
    static void require(Config config) {
        config.getOptionalValue(CREDENTIALS, Path.class)
                .filter(folder -> !Files.isDirectory(folder) || !Files.isReadable(folder))
                .ifPresent(folder -> {
                    throw new StartFailure("The folder " + folder + " of " + CREDENTIALS
                            + " is missing or cannot be read. Mount it, correct its rights, or correct " + CREDENTIALS
                            + ".");
                });
        config.getOptionalValue(EVIDENCE, Path.class)
                .filter(folder -> !isWritable(folder.toAbsolutePath()))
                .ifPresent(folder -> {
                    throw new StartFailure("The folder " + folder + " of " + EVIDENCE
                            + " cannot be written. Correct its rights, or set " + EVIDENCE + " to another.");
                });
    }

    /** A folder, or one that can be made. */
    private static boolean isWritable(Path folder) {
        Path parent = folder.getParent();
        if (Files.exists(folder) || parent == null) {
            return Files.isDirectory(folder) && Files.isWritable(folder);
        }
        return isWritable(parent);
    }
}
