package io.presencemedic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * The programs of the embedded PostgreSQL, unpacked once for each build: that takes seconds, and every home has its
 * own.
 */
public final class PostgresPrograms {
    private static final String FOLDER = "postgres-server";
    private static final Path KEPT = Path.of("target", FOLDER);

    private PostgresPrograms() {}

    /** Keeps those of a home whose server has started. */
    static void keep(Path home) throws IOException {
        if (Files.exists(KEPT)) {
            return;
        }
        Path next = Files.createTempDirectory(Path.of("target"), FOLDER);
        copy(home.resolve(FOLDER), next);
        Files.move(next, KEPT, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Gives them to a home that has none; where none are kept it unpacks its own. */
    public static Path into(Path home) throws IOException {
        if (Files.exists(KEPT) && !Files.exists(home.resolve(FOLDER))) {
            copy(KEPT, Files.createDirectories(home.resolve(FOLDER)));
        }
        return home;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(each -> copyOne(each, to.resolve(from.relativize(each).toString())));
        }
    }

    private static void copyOne(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
