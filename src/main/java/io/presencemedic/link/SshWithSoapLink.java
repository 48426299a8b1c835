package io.presencemedic.link;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Node;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The platform's CLI and all web services. A node whose CLI cannot be reached, or lets nobody else in, is asked for its
 * services by Control Center; one that refuses the account is not.
 */
record SshWithSoapLink(Console console, WebServices services) implements ClusterLink {
    @Override
    public <T> T run(Node node, Command<T> command) throws LinkException {
        try {
            return console.run(node, command);
        } catch (LinkException e) {
            if (!(command.itself() instanceof UtilsServiceList) || !isShut(e.failure())) {
                throw e;
            }
            return instead(node, command, e);
        }
    }

    private static boolean isShut(LinkFailure failure) {
        return failure instanceof LinkFailure.NotReachable || failure instanceof LinkFailure.Busy;
    }

    /** Where this way is closed, too, the first one's failure is what is to be mended. */
    private <T> T instead(Node node, Command<T> command, LinkException first) throws LinkException {
        try {
            return new ControlCenter(services).run(node, command);
        } catch (LinkException second) {
            first.addSuppressed(second);
            throw first;
        }
    }

    @Override
    public <T> T call(Node node, Operation<T> operation) throws LinkException {
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
