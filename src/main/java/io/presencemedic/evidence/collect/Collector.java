package io.presencemedic.evidence.collect;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.evidence.folder.ItemRecord.Channel;
import io.presencemedic.evidence.folder.ItemRecord.Way;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import java.io.IOException;
import java.util.List;

/** Collects one kind of item. */
public interface Collector {
    /** How the node is asked, for the most part. */
    Channel channel();

    /** The nodes that are asked, and how. One that refuses the account is not tried again (C7). */
    default List<Way> ways(Node node, Cluster cluster) {
        return List.of(new Way(node.name(), channel()));
    }

    /**
     * Collects what is not there yet.
     *
     * @throws LinkException where a node did not answer
     * @throws IOException where what it answered could not be kept
     */
    void collect(ClusterReader look, ItemCollection collection) throws LinkException, IOException;
}
