package io.presencemedic.link;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;

/** The command lines of a cluster's nodes, as one link uses them. */
public interface Console extends AutoCloseable {
    /**
     * Runs a command on a node's platform CLI.
     *
     * @throws LinkException where there is no answer, or none that follows the command's grammar
     */
    <T> T run(Node node, Command<T> command) throws LinkException;

    /** Gives the shells up and ends a command that is under way; never throws. */
    @Override
    void close();

    /** Opens consoles. */
    interface Opener {
        /** A console for one link; nothing is connected yet. */
        Console open(Cluster cluster, LinkListener listener, Urgency urgency);
    }
}
