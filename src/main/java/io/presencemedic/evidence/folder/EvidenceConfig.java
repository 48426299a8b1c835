package io.presencemedic.evidence.folder;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where bundles are kept, for how long and how large they may be, {@code medic.evidence.*}. */
@ConfigMapping(prefix = "medic.evidence")
public interface EvidenceConfig {
    /**
     * The folder of all bundles; {@code evidence} in {@code medic.home} where it is not set. Several replicas must
     * share it: a bundle that one begins, another may go on with or hand out.
     */
    Optional<Path> dir();

    /** How long a bundle is kept after it was collected. */
    @WithDefault("P14D")
    Duration retention();

    /** The most that one bundle's files may take before they are packed. */
    @WithDefault("4G")
    MemorySize maxBundleSize();

    /** The most that all bundles may take together. */
    @WithDefault("20G")
    MemorySize maxTotalSize();

    /** What must stay free on the disk, because others live there too. */
    @WithDefault("512M")
    MemorySize minFreeSpace();

    /** How far back logs are collected where the request names no time of the incident. */
    @WithDefault("PT24H")
    Duration period();
}
