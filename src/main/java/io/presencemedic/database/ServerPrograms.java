package io.presencemedic.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The unpacked programs of the embedded server. A process inherits the environment of the one that starts it, and ours
 * may hold keys and passwords, which then could be read in the server's for as long as it lives. The library has no
 * setting for that, so its {@code pg_ctl} is put behind a script of that name that hands on what a server needs.
 */
final class ServerPrograms {
    private static final String STARTER = "pg_ctl";
    private static final String MOVED = "pg_ctl-program";
    private static final String FOLDERS = "PG-*";

    /** The library's mark; where anything beside it is younger, it unpacks all programs again, which takes seconds. */
    private static final String UNPACKED = ".exists";

    private static final Set<String> KEPT = Set.of("PATH", "HOME", "TZ", "LANG", "LC_ALL", "LD_LIBRARY_PATH");
    private static final Pattern SHELL_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /**
     * An image without tools has no {@code env}; its shell hands on nothing but variables, which it is told to forget.
     */
    private static final String SCRIPT = """
            #!/bin/sh
            program="${0%%/*}/pg_ctl-program"
            if command -v env >/dev/null 2>&1; then
              exec env -i PATH="$PATH" ${HOME:+"HOME=$HOME"} ${TZ:+"TZ=$TZ"} ${LANG:+"LANG=$LANG"} ${LC_ALL:+"LC_ALL=$LC_ALL"} \\
                ${LD_LIBRARY_PATH:+"LD_LIBRARY_PATH=$LD_LIBRARY_PATH"} "$program" "$@"
            fi
            for name in %s; do
              (unset "$name") 2>/dev/null && unset "$name"
            done
            exec "$program" "$@"
            """;

    private ServerPrograms() {}

    /**
     * Sees to it that servers that are started with these programs do not inherit our environment, and that the next
     * start finds them unpacked.
     *
     * @param programs the folder where the library has unpacked them
     */
    static void shield(Path programs) {
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(programs, FOLDERS)) {
            for (Path version : versions) {
                Path changed = version.resolve("bin");
                shieldOne(changed);
                Files.setLastModifiedTime(version.resolve(UNPACKED), Files.getLastModifiedTime(changed));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void shieldOne(Path folder) throws IOException {
        Path starter = folder.resolve(STARTER);
        Path moved = folder.resolve(MOVED);
        if (!Files.exists(moved) && !Files.exists(starter)) {
            // Windows knows neither the script nor the name.
            return;
        }
        if (!Files.exists(moved)) {
            Files.move(starter, moved, StandardCopyOption.ATOMIC_MOVE);
        }
        Path next = Files.createTempFile(folder, STARTER, null, OwnersRights.toFolder());
        Files.writeString(next, script(System.getenv().keySet()));
        Files.move(next, starter, StandardCopyOption.ATOMIC_MOVE);
    }

    /** @param names of the variables of this process */
    static String script(Set<String> names) {
        return SCRIPT.formatted(names.stream()
                .filter(name -> !KEPT.contains(name) && SHELL_NAME.matcher(name).matches())
                .sorted()
                .collect(Collectors.joining(" ")));
    }
}
