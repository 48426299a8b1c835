package io.presencemedic.link;

import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;

/** The web services of a cluster's nodes, as one link uses them. */
public interface WebServices extends AutoCloseable {
    /**
     * Calls an operation of a node's web services.
     *
     * @throws LinkException where there is no answer, or none that follows the operation's schema
     */
    <T> T call(Node node, Operation<T> operation) throws LinkException;

    /** Ends a call that is under way; never throws. */
    @Override
    void close();

    /** Opens web services. */
    interface Opener {
        /** The web services for one link; nothing is connected yet. */
        WebServices open(Cluster cluster, LinkListener listener);
    }
}
