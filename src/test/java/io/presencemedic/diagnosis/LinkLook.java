package io.presencemedic.diagnosis;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Hold;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Looks at a cluster over a link; nothing is on record as switched off. */
record LinkLook(Cluster cluster, ClusterLink link) implements ClusterReader {
    @Override
    public <T> T ask(Node node, Command<T> command) throws LinkException {
        return link.run(node, command);
    }

    @Override
    public <T> T ask(Node node, Operation<T> operation) throws LinkException {
        return link.call(node, operation);
    }

    @Override
    public long fetch(Node node, FileRequest file, OutputStream to) throws LinkException, IOException {
        return link.fetch(node, file, to);
    }

    @Override
    public Optional<String> heldOffBy(Hold hold) {
        return Optional.empty();
    }
}
