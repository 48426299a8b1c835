package io.presencemedic.evidence;

import io.presencemedic.evidence.folder.EvidenceConfig;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits of which one changes while something is written.
 *
 * @param free what has to stay free: a disk that holds less is full
 */
record FillingDisk(EvidenceConfig others, AtomicLong free) implements EvidenceConfig {
    @Override
    public Optional<Path> dir() {
        return others.dir();
    }

    @Override
    public Duration retention() {
        return others.retention();
    }

    @Override
    public MemorySize maxBundleSize() {
        return others.maxBundleSize();
    }

    @Override
    public MemorySize maxTotalSize() {
        return others.maxTotalSize();
    }

    @Override
    public MemorySize minFreeSpace() {
        return new MemorySize(BigInteger.valueOf(free.get()));
    }

    @Override
    public Duration period() {
        return others.period();
    }
}
