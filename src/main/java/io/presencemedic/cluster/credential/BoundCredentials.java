package io.presencemedic.cluster.credential;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.Optional;

/** The configured credentials, each for the hosts that it is bound to. */
@ApplicationScoped
class BoundCredentials implements CredentialSource {
    private final ConfiguredCredentials configured;
    private final CredentialBindings bindings;
    private final NodeAddresses addresses;

    BoundCredentials(ConfiguredCredentials configured, CredentialBindings bindings, NodeAddresses addresses) {
        this.addresses = addresses;
        this.configured = configured;
        this.bindings = bindings;
    }

    @Override
    public Optional<Credential> find(String name) {
        return configured.find(name);
    }

    @Override
    public Optional<String> gap(String name) {
        return configured.gap(name);
    }

    @Override
    public boolean isFor(String name, Cluster cluster, Node node) {
        return cluster.simulated() && configured.isGiven(name) || bindings.allows(name, cluster, node.host());
    }

    @Override
    public boolean isFor(String name, String host) {
        return bindings.allows(name, host);
    }

    @Override
    public Optional<String> refusal(Cluster cluster, InetAddress address) {
        return cluster.simulated() ? Optional.empty() : addresses.refusal(address);
    }
}
