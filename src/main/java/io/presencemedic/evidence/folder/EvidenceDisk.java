package io.presencemedic.evidence.folder;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** What monitoring can see of the disk that the bundles are kept on. */
@ApplicationScoped
public class EvidenceDisk {
    private final BundleDirectories folders;
    private final AtomicLong free = new AtomicLong();
    private final AtomicLong size = new AtomicLong();

    EvidenceDisk(BundleDirectories folders, MeterRegistry registry) {
        this.folders = folders;
        registry.gauge("medic.evidence.disk.free.bytes", free);
        registry.gauge("medic.evidence.disk.size.bytes", size);
    }

    /** Asks the file system, which may take its time where it is a network's: never called by who scrapes. */
    public void look() throws IOException {
        FileStore disk = Files.getFileStore(existing(folders.all()));
        free.set(disk.getUsableSpace());
        size.set(disk.getTotalSpace());
    }

    /** The folder is made with the first bundle. */
    private static Path existing(Path folder) {
        Path parent = folder.getParent();
        return Files.exists(folder) || parent == null ? folder : existing(parent);
    }
}
