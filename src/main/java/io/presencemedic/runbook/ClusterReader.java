package io.presencemedic.runbook;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;

/**
 * What a step may look at while it decides: the cluster's nodes, by commands that only read, and our own record. Nodes
 * may be asked by several threads at once, each node by one. Whatever is asked throws {@link ClaimLost} where another
 * worker has the job by now.
 */
public interface ClusterReader {
    /** The cluster as the inventory knows it. */
    Cluster cluster();

    /**
     * Reads by the platform's CLI.
     *
     * @throws IllegalArgumentException for a command that changes the platform
     */
    <T> T ask(Node node, Command<T> command) throws LinkException;

    /**
     * Reads by a web service.
     *
     * @throws IllegalArgumentException for an operation that changes the platform
     */
    <T> T ask(Node node, Operation<T> operation) throws LinkException;

    /**
     * Reads a file of a node as a stream.
     *
     * @param to takes the file's bytes; left open. What it took is no file where this fails
     * @return how many bytes the file has
     * @throws IOException where {@code to} does not take the bytes, which says nothing about the node
     */
    long fetch(Node node, FileRequest file, OutputStream to) throws LinkException, IOException;

    /** The job that looks; empty where nobody keeps what is seen. */
    default Optional<UUID> job() {
        return Optional.empty();
    }

    /** Who switched this off, by our own record: the platform cannot be asked for the monitor's state (C5). */
    Optional<String> heldOffBy(Hold hold);

    /** Whether the job that switched this off has ended, so that only a retry or a person switches it on again. */
    default boolean isLeftOff(Hold hold) {
        return false;
    }
}
