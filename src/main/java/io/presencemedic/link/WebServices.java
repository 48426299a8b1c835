package io.presencemedic.link;

import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import java.io.IOException;
import java.io.OutputStream;

/** The web services of a cluster's nodes, as one link uses them. */
public interface WebServices extends AutoCloseable {
    /**
     * Calls an operation of a node's web services.
     *
     * @throws LinkException where there is no answer, or none that follows the operation's schema
     */
    <T> T call(Node node, Operation<T> operation) throws LinkException;

    /**
     * Fetches a file of a node, as a stream that is never held in memory.
     *
     * @param to takes the file's bytes as they are on the node; left open. What it took is no file where this fails
     * @return how many bytes the file has
     * @throws LinkException where the file did not come to its end
     * @throws IOException where {@code to} does not take the bytes, which says nothing about the node
     */
    long fetch(Node node, FileRequest file, OutputStream to) throws LinkException, IOException;

    /** Ends a call that is under way; never throws. */
    @Override
    void close();

    /** Opens web services. */
    interface Opener {
        /** The web services for one link; nothing is connected yet. */
        WebServices open(Cluster cluster, LinkListener listener);
    }
}
