package io.presencemedic.evidence;

import io.presencemedic.evidence.folder.BundleDirectories;
import io.presencemedic.evidence.folder.EvidenceConfig;
import io.presencemedic.evidence.folder.ItemRecord.Missing;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Decision;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that collects an item of a megabyte into each folder it is given, and prints what became of it. */
final class OneLargeItem {
    private static final long KEPT_FREE = 8_192;
    private static final byte[] BLOCK = new byte[4_096];
    private static final int BLOCKS = 256;

    private OneLargeItem() {}

    /** Prints one line per folder: a code, a blank and the reason. */
    public static void main(String[] folders) throws Exception {
        for (String folder : folders) {
            System.out.println(collect(Path.of(folder)));
        }
    }

    private static String collect(Path all) throws LinkException, IOException {
        EvidenceConfig disk = new SmallRoom(all, 1L << 40, 1L << 40, KEPT_FREE);
        BundleDirectories folders = OneFile.folders(disk, Files.createTempDirectory("medic-item"));
        if (new OneFile(OneLargeItem::megabyte).collectInto(folders) instanceof Decision.Fail failed) {
            return failed.code() + " " + failed.why();
        }
        Missing missing = folders.of(OneAnswer.JOB).items().get(0).missing().get(0);
        return missing.code() + " " + missing.reason();
    }

    private static void megabyte(OutputStream out) throws IOException {
        for (int block = 0; block < BLOCKS; block++) {
            out.write(BLOCK);
        }
    }
}
