package io.presencemedic.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.evidence.FileRecord.Origin;
import io.presencemedic.evidence.ItemRecord.Channel;
import io.presencemedic.evidence.ItemRecord.Missing;
import io.presencemedic.evidence.ItemRecord.Way;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A process that collects an item of a megabyte into each folder it is given, and prints what became of it. */
final class OneLargeItem implements Collector {
    private static final long KEPT_FREE = 8_192;
    private static final byte[] BLOCK = new byte[4_096];
    private static final int BLOCKS = 256;

    /** Prints one line per folder: a code, a blank and the reason. */
    public static void main(String[] folders) throws Exception {
        for (String folder : folders) {
            System.out.println(collect(Path.of(folder)));
        }
    }

    private static String collect(Path all) throws LinkException, IOException {
        EvidenceConfig disk = new SmallRoom(all, 1L << 40, 1L << 40, KEPT_FREE);
        ObjectMapper json = new ObjectMapper().registerModules(new JavaTimeModule(), new Jdk8Module());
        Path home = Files.createTempDirectory("medic-item");
        BundleDirectories folders = new BundleDirectories(disk, home, json, Clock.systemUTC());
        Decision decision = new CollectItem(
                        "collect-x", OneAnswer.NODE, "x", new OneLargeItem(), folders.opening(false))
                .decide(new OneAnswer("never asked"), new FirstLook());
        if (decision instanceof Decision.Fail failed) {
            return failed.code() + " " + failed.why();
        }
        Missing missing = folders.of(OneAnswer.JOB).items().get(0).missing().get(0);
        return missing.code() + " " + missing.reason();
    }

    @Override
    public Channel channel() {
        return Channel.COMMAND_LINE;
    }

    @Override
    public List<Way> ways(Node node, Cluster cluster) {
        return List.of();
    }

    @Override
    public void collect(ClusterReader look, ItemCollection collection) throws LinkException, IOException {
        collection.take(Origin.printed("cucm-pub", "x"), "cli/cucm-pub", "x.txt", out -> {
            for (int block = 0; block < BLOCKS; block++) {
                out.write(BLOCK);
            }
        });
    }
}
