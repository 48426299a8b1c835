package io.presencemedic.link;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Node;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The way to the nodes of one cluster for one job or diagnosis. Shells open at the first command for a node and stay
 * open until the link is closed. Blocking; a link may be used by several threads as long as no two use the same node.
 */
public interface ClusterLink extends AutoCloseable {
    /**
     * Runs a command on a node's platform CLI, or does the same by the way that the cluster's transport has for it.
     *
     * @throws LinkException where there is no answer, or none that follows the command's grammar
     */
    <T> T run(Node node, Command<T> command) throws LinkException;

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

    /** What is really sent for a command: its own text, or the operation that stands for it on this transport. */
    default String wording(Node node, Command<?> command) {
        return command.text();
    }

    /** Closes every shell and connection; never throws. */
    @Override
    void close();
}
