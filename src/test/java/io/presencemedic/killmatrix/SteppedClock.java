package io.presencemedic.killmatrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one process, which can be stepped while it runs: libfaketime tells it another time of day, and leaves
 * alone what measures how long something takes. Prepared by {@code src/test/killmatrix/install}.
 */
final class SteppedClock {
    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";
    /** So often, in seconds, the library looks whether it has been stepped. */
    private static final String LOOK = "1";

    private final Path offset;

    /** A clock that goes right so far. */
    SteppedClock(Path folder) throws IOException {
        offset = Files.createTempFile(folder, "clock", ".offset");
        step(Duration.ZERO);
    }

    static boolean isInstalled() {
        return library() != null;
    }

    /** What the process has to be started with. */
    Map<String, String> environment() {
        Path library = library();
        return library == null
                ? Map.of()
                : Map.of(
                        "LD_PRELOAD",
                        library.toString(),
                        "FAKETIME_TIMESTAMP_FILE",
                        offset.toString(),
                        "FAKETIME_CACHE_DURATION",
                        LOOK,
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1",
                        "FAKETIME_FORCE_MONOTONIC_FIX",
                        "0");
    }

    /** From now on it is off by so much. */
    void step(Duration by) throws IOException {
        Path next = Files.writeString(
                offset.resolveSibling(offset.getFileName() + ".next"), "%+d%n".formatted(by.toSeconds()));
        Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE);
    }

    private static @Nullable Path library() {
        try (Stream<Path> places = Files.list(LIBRARIES)) {
            return places.map(place -> place.resolve(LIBRARY))
                    .filter(Files::exists)
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            return null;
        }
    }
}
