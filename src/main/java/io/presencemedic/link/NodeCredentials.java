package io.presencemedic.link;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.cluster.credential.CredentialSource;

/** The credentials that a link may show to a node, whichever way it reaches it. */
public final class NodeCredentials {
    private NodeCredentials() {}

    /**
     * A credential for a node of a cluster.
     *
     * @param name the credential's name in the inventory
     * @throws LinkException {@link TrustFailure.NoCredential} where there is none of that name,
     *     {@link TrustFailure.CredentialBound} where it is for other hosts
     */
    public static Credential of(CredentialSource credentials, String name, Cluster cluster, Node node)
            throws LinkException {
        Credential credential = credentials
                .find(name)
                .orElseThrow(() -> new LinkException(new TrustFailure.NoCredential(
                        node.name(), name, credentials.gap(name).orElse(null))));
        if (!credentials.isFor(name, cluster, node)) {
            throw new LinkException(new TrustFailure.CredentialBound(node.name(), node.host(), name));
        }
        return credential;
    }
}
