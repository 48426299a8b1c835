package io.presencemedic.evidence;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.evidence.folder.ArchiveInfo;
import io.presencemedic.evidence.folder.BundleDirectories;
import io.presencemedic.evidence.folder.BundleDirectory;
import io.presencemedic.evidence.folder.DurableFile;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Packs what was collected into the archive. */
record PackArchive(
        BundleKind kind,
        Cluster cluster,
        BundleDirectories.Opening folders,
        BundleContentsReader reader,
        BundleArchive archive)
        implements Step {
    @Override
    public String name() {
        return "pack-archive";
    }

    @Override
    public String target() {
        return cluster.id();
    }

    @Override
    public Duration patience() {
        return Duration.ofHours(1);
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) {
        Optional<UUID> job = look.job();
        if (job.isEmpty()) {
            return new Decision.Done("would be packed");
        }
        try {
            BundleDirectory folder = folders.open(job.get());
            Optional<ArchiveInfo> there = reader.packed(job.get(), folder);
            return done(
                    there.isPresent()
                            ? there.get()
                            : archive.pack(reader.of(kind, cluster, job.get(), folder), folder));
        } catch (IOException e) {
            return folders.notKept(job.get(), e);
        } catch (UncheckedIOException e) {
            return folders.notKept(job.get(), DurableFile.cause(e));
        }
    }

    private static Decision done(ArchiveInfo packed) {
        String missing = packed.notAvailable() == 0
                ? "nothing is missing"
                : packed.notAvailable() + " not available, with reasons in the manifest";
        return new Decision.Done("%d files, %d bytes; %s".formatted(packed.files(), packed.size(), missing));
    }
}
