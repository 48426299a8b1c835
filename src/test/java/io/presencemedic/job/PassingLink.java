package io.presencemedic.job;

import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.LinkException;
import io.presencemedic.simulator.InProcessLink;
import java.io.IOException;
import java.io.OutputStream;

/** A link that passes on to simulated nodes whatever an odd one does not do in its own way. */
abstract class PassingLink implements ClusterLink {
    final InProcessLink link;

    PassingLink(InProcessLink link) {
        this.link = link;
    }

    @Override
    public <T> T call(Node node, Operation<T> operation) throws LinkException {
        return link.call(node, operation);
    }

    @Override
    public final long fetch(Node node, FileRequest file, OutputStream to) throws LinkException, IOException {
        return link.fetch(node, file, to);
    }

    @Override
    public final void close() {
        link.close();
    }
}
