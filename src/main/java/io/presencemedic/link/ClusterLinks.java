package io.presencemedic.link;

import io.presencemedic.cluster.Cluster;

/** Opens links. */
public interface ClusterLinks {
    /** A link to the cluster; nothing is connected yet. */
    ClusterLink to(Cluster cluster, LinkListener listener);
}
