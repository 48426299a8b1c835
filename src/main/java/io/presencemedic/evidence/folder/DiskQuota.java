package io.presencemedic.evidence.folder;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** How much may still be written: for one bundle, for all of them, and for the disk they share with others. */
public final class DiskQuota {
    private static final long LOOK_EVERY = 1 << 20;

    private final Path all;
    private final EvidenceConfig config;

    /** @param all the folder of all bundles */
    public DiskQuota(Path all, EvidenceConfig config) {
        this.all = all;
        this.config = config;
    }

    /** There is no room for what is being written. The message says which limit, for a person. */
    public static final class Full extends IOException {
        static final String CODE = "EVIDENCE_STORE_FULL";
        private static final long serialVersionUID = 1L;

        Full(String message) {
            super(message);
        }
    }

    /**
     * Lets through what there is room for.
     *
     * @param bundle the folder of the bundle that it is written for
     */
    OutputStream limit(OutputStream out, Path bundle) throws IOException {
        long own = config.maxBundleSize().asLongValue() - size(bundle.resolve(BundleDirectory.FILES));
        long common = config.maxTotalSize().asLongValue() - size(all);
        return new Limited(out, own, common);
    }

    /** The same for the archive, which is made of what was let in before. */
    public OutputStream limitArchive(OutputStream out) throws IOException {
        return new Limited(out, Long.MAX_VALUE, config.maxTotalSize().asLongValue() - size(all));
    }

    private interface Writing {
        void run() throws IOException;
    }

    private final class Limited extends FilterOutputStream {
        private final long own;
        private final long common;
        private long written;
        private long lookAt;

        Limited(OutputStream out, long own, long common) {
            super(out);
            this.own = own;
            this.common = common;
        }

        @Override
        public void write(int single) throws IOException {
            require(1);
            onDisk(() -> out.write(single));
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            require(count);
            onDisk(() -> out.write(bytes, from, count));
        }

        @Override
        public void flush() throws IOException {
            onDisk(out::flush);
        }

        /** Looks at the disk at once: what was begun is removed after a failure, and then there is room again. */
        private void onDisk(Writing writing) throws IOException {
            try {
                writing.run();
            } catch (IOException e) {
                Full full = nearlyFull().orElse(null);
                if (full == null) {
                    throw e;
                }
                full.initCause(e);
                throw full;
            }
        }

        private void require(int count) throws IOException {
            written += count;
            if (written > own) {
                throw new Full("the bundle has reached its limit, medic.evidence.max-bundle-size="
                        + config.maxBundleSize().asLongValue() + " bytes");
            }
            if (written > common) {
                throw new Full("the bundles together have reached their limit, medic.evidence.max-total-size="
                        + config.maxTotalSize().asLongValue() + " bytes; delete bundles that are not needed");
            }
            if (written >= lookAt) {
                lookAt = written + LOOK_EVERY;
                requireFreeSpace();
            }
        }
    }

    private void requireFreeSpace() throws IOException {
        long least = config.minFreeSpace().asLongValue();
        if (Files.getFileStore(all).getUsableSpace() < Math.max(1, least)) {
            throw new Full("the disk of " + all + " is nearly full: medic.evidence.min-free-space=" + least
                    + " bytes are kept free");
        }
    }

    /** What to say of the disk where there is too little room on it; empty also where it cannot be looked at. */
    Optional<Full> nearlyFull() {
        try {
            requireFreeSpace();
            return Optional.empty();
        } catch (Full e) {
            return Optional.of(e);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Bytes of all files below a folder; what vanishes meanwhile does not count. */
    static long size(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(DiskQuota::sizeOfFile).sum();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return 0;
            }
            throw e.getCause();
        }
    }

    private static long sizeOfFile(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
