package io.presencemedic;

import io.presencemedic.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The programs of the embedded PostgreSQL, unpacked once for each build: that takes seconds, and every home has its
 * own.
 */
public final class PostgresPrograms {
    private static final String FOLDER = "postgres-server";
    private static final Path KEPT = Path.of("target", FOLDER);

    private PostgresPrograms() {}

    /** Gives them to a home that has none; whoever is first unpacks them, and others wait for it. */
    public static synchronized Path into(Path home) throws IOException {
        if (!Files.exists(KEPT)) {
            unpack();
        }
        if (!Files.exists(home.resolve(FOLDER))) {
            copy(KEPT, Files.createDirectories(home.resolve(FOLDER)));
        }
        return home;
    }

    /** A server that starts unpacks what it needs. */
    private static void unpack() throws IOException {
        Path first = Files.createTempDirectory("medic-postgres");
        EmbeddedDatabase.open(first, Map.of("fsync", "off")).close();
        Path next = Files.createTempDirectory(Path.of("target"), FOLDER);
        copy(first.resolve(FOLDER), next);
        try {
            Files.move(next, KEPT, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Another process of the build was faster.
            if (!Files.exists(KEPT)) {
                throw e;
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(each -> copyOne(each, to.resolve(from.relativize(each).toString())));
        }
        // Where the library's mark is older than what it stands beside, everything is unpacked again.
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(to, "PG-*")) {
            for (Path version : versions) {
                Files.setLastModifiedTime(version.resolve(".exists"), FileTime.from(Instant.now()));
            }
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
