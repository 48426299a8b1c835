package io.presencemedic.link;

import io.presencemedic.cluster.Cluster;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Links that reach real nodes, by the ways that the cluster's transport allows: SSH for the platform's CLI, HTTPS for
 * the web services.
 */
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
        return switch (cluster.transport()) {
            case SSH -> new SshLink(consoles.open(cluster, listener, urgency), services.open(cluster, listener));
            case SOAP -> new SoapLink(services.open(cluster, listener));
            case SSH_WITH_SOAP ->
                new SshWithSoapLink(consoles.open(cluster, listener, urgency), services.open(cluster, listener));
        };
    }
}
