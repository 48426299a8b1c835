package io.presencemedic.link;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;

/** Links that reach real nodes: SSH for the platform CLI, HTTPS for the web services. */
@ApplicationScoped
class WiredClusterLinks implements ClusterLinks {
    private final Console.Opener consoles;
    private final WebServices.Opener services;

    WiredClusterLinks(Console.Opener consoles, WebServices.Opener services) {
        this.consoles = consoles;
        this.services = services;
    }

    @Override
    public ClusterLink to(Cluster cluster, LinkListener listener) {
        return to(cluster, listener, Urgency.REMEDIATION);
    }

    @Override
    public ClusterLink to(Cluster cluster, LinkListener listener, Urgency urgency) {
        return new Wired(consoles.open(cluster, listener, urgency), services.open(cluster, listener));
    }

    private record Wired(Console console, WebServices services) implements ClusterLink {
        @Override
        public <T> T run(Node node, Command<T> command) throws LinkException {
            return console.run(node, command);
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
}
