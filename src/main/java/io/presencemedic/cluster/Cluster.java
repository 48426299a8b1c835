package io.presencemedic.cluster;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A CUCM cluster with its IM and Presence nodes, as the inventory knows it.
 *
 * @param id slug
 * @param displayName name for people
 * @param credentials the accounts, by reference
 * @param transport by which ways its nodes are read and changed
 * @param legacyAlgorithms whether SSH may use the algorithms that releases before 12.5 need
 * @param trustedCertificates PEM certificates that the web services may present; null for the system's trust store
 * @param nodes the servers
 * @param simulated whether this is the built-in simulated cluster, whose clock may run faster
 */
public record Cluster(
        String id,
        String displayName,
        CredentialNames credentials,
        Transport transport,
        boolean legacyAlgorithms,
        @Nullable String trustedCertificates,
        List<Node> nodes,
        boolean simulated) {
    /** The id of the simulated cluster. */
    public static final String SIMULATED_ID = "simulated";

    public Cluster {
        nodes = List.copyOf(nodes);
    }

    /** A cluster that is reached by every way. */
    public Cluster(
            String id,
            String displayName,
            CredentialNames credentials,
            boolean legacyAlgorithms,
            @Nullable String trustedCertificates,
            List<Node> nodes,
            boolean simulated) {
        this(
                id,
                displayName,
                credentials,
                Transport.SSH_WITH_SOAP,
                legacyAlgorithms,
                trustedCertificates,
                nodes,
                simulated);
    }

    /** The node of that name, in the inventory's spelling. */
    public Optional<Node> node(String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
    }

    /** The only node that may have this role. */
    public Optional<Node> first(NodeRole role) {
        return nodes.stream().filter(node -> node.role() == role).findFirst();
    }

    /** The IM and Presence nodes, publisher first. */
    public List<Node> presenceNodes() {
        return nodes.stream()
                .filter(node -> node.role().isPresence())
                .sorted((a, b) -> a.role().compareTo(b.role()))
                .toList();
    }
}
