package io.presencemedic.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.evidence.collect.CollectItem;
import io.presencemedic.evidence.collect.Collector;
import io.presencemedic.evidence.collect.ItemCollection;
import io.presencemedic.evidence.folder.BundleDirectories;
import io.presencemedic.evidence.folder.DurableFile;
import io.presencemedic.evidence.folder.EvidenceConfig;
import io.presencemedic.evidence.folder.FileRecord.Origin;
import io.presencemedic.evidence.folder.ItemRecord.Channel;
import io.presencemedic.evidence.folder.ItemRecord.Way;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Collects one file of {@link OneAnswer}'s node, whose content is given. */
record OneFile(DurableFile.Content<LinkException> content) implements Collector {
    /** What the item is called on disk. */
    static final String ITEM = "collect-x@cucm-pub";

    private static final ObjectMapper JSON = new ObjectMapper().registerModules(new JavaTimeModule(), new Jdk8Module());

    /** The folders of all bundles; home is where temporary files go. */
    static BundleDirectories folders(EvidenceConfig disk, Path home) {
        return new BundleDirectories(disk, home, JSON, Clock.systemUTC());
    }

    /** What becomes of the item. */
    Decision collectInto(BundleDirectories folders) throws LinkException, IOException {
        return new CollectItem("collect-x", OneAnswer.NODE, "x", this, folders.opening(false))
                .decide(new OneAnswer("never asked"), new FirstLook());
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
        collection.take(Origin.printed("cucm-pub", "x"), "cli/cucm-pub", "x.txt", content);
    }
}
