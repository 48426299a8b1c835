package io.presencemedic.link;

import io.presencemedic.cluster.Cluster;

/** Opens links. */
public interface ClusterLinks {
    /** A link to the cluster for a remediation; nothing is connected yet. */
    ClusterLink to(Cluster cluster, LinkListener listener);

    /** A link to the cluster whose commands take their turn by urgency; nothing is connected yet. */
    default ClusterLink to(Cluster cluster, LinkListener listener, Urgency urgency) {
        return to(cluster, listener);
    }
}
