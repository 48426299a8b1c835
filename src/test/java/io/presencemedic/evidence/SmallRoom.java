package io.presencemedic.evidence;

import io.presencemedic.evidence.folder.EvidenceConfig;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Limits as a test wants them. */
record SmallRoom(Path folder, long bundle, long total, long free) implements EvidenceConfig {
    static SmallRoom unlimited(Path folder) {
        return new SmallRoom(folder, 1L << 40, 1L << 40, 0);
    }

    @Override
    public Optional<Path> dir() {
        return Optional.of(folder);
    }

    @Override
    public Duration retention() {
        return Duration.ofDays(1);
    }

    @Override
    public MemorySize maxBundleSize() {
        return size(bundle);
    }

    @Override
    public MemorySize maxTotalSize() {
        return size(total);
    }

    @Override
    public MemorySize minFreeSpace() {
        return size(free);
    }

    @Override
    public Duration period() {
        return Duration.ofDays(1);
    }

    private static MemorySize size(long bytes) {
        return new MemorySize(BigInteger.valueOf(bytes));
    }
}
