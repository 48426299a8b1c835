package io.presencemedic.cluster.credential;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import java.net.InetAddress;
import java.util.Optional;

/** Where the values of credentials come from. */
public interface CredentialSource {
    /**
     * Looks a credential up in the configuration.
     *
     * @return empty where the configuration names no such credential
     */
    Optional<Credential> find(String name);

    /**
     * What is missing of a credential that is not found, as a sentence without a full stop; empty where nothing of it
     * is there.
     */
    default Optional<String> gap(String name) {
        return Optional.empty();
    }

    /**
     * Whether the value of a credential may be sent to a node; blocks. The first cluster that asks for a credential
     * which the configuration binds to no hosts binds it to its own.
     */
    default boolean isFor(String name, Cluster cluster, Node node) {
        return true;
    }

    /**
     * Whether the value of a credential may be sent to a host that is no node, such as a receiver of webhooks; blocks.
     * The first use of a credential which the configuration binds to no hosts binds it to this one.
     *
     * @param host name or address, without a port
     */
    default boolean isFor(String name, String host) {
        return true;
    }

    /**
     * What is wrong with sending anything to this address for the cluster, to be read after "is"; empty where nothing
     * is.
     */
    default Optional<String> refusal(Cluster cluster, InetAddress address) {
        return Optional.empty();
    }
}
