package io.presencemedic.link;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.SoapService;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.Transport;
import java.io.IOException;
import java.io.OutputStream;

/** The platform's CLI for all that it can, and web services for the rest, which Control Center is no part of. */
record SshLink(Console console, WebServices services) implements ClusterLink {
    @Override
    public <T> T run(Node node, Command<T> command) throws LinkException {
        return console.run(node, command);
    }

    @Override
    public <T> T call(Node node, Operation<T> operation) throws LinkException {
        if (operation.service() == SoapService.CONTROL_CENTER) {
            throw new LinkException(new LinkFailure.NotByThisTransport(
                    node.name(), operation.summary(), Transport.SSH, "Control Center is a web service"));
        }
        return services.call(node, operation);
    }

    @Override
    public long fetch(Node node, FileRequest file, OutputStream to) throws LinkException, IOException {
        return services.fetch(node, file, to);
    }

    @Override
    public void close() {
        console.close();
        services.close();
    }
}
