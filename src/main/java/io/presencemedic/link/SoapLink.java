package io.presencemedic.link;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Node;
import java.io.IOException;
import java.io.OutputStream;

/** Web services only: what the CLI would be asked is done by Control Center, or refused. */
record SoapLink(WebServices services) implements ClusterLink {
    @Override
    public <T> T run(Node node, Command<T> command) throws LinkException {
        return new ControlCenter(services).run(node, command);
    }

    @Override
    public <T> T call(Node node, Operation<T> operation) throws LinkException {
        return services.call(node, operation);
    }

    @Override
    public String wording(Node node, Command<?> command) {
        return ControlCenter.counterpart(node, command).map(Operation::summary).orElseGet(command::text);
    }

    @Override
    public long fetch(Node node, FileRequest file, OutputStream to) throws LinkException, IOException {
        return services.fetch(node, file, to);
    }

    @Override
    public void close() {
        services.close();
    }
}
