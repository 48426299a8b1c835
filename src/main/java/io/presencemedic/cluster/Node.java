package io.presencemedic.cluster;

import org.jspecify.annotations.Nullable;

/**
 * A server of a cluster.
 *
 * @param name slug, unique within the cluster
 * @param role what it is in the cluster
 * @param host name or address to connect to
 * @param sshPort port of the platform CLI, 1 to 65535
 * @param httpsPort port of the web services, 1 to 65535
 * @param hostKey SHA-256 fingerprint of the SSH host key as OpenSSH prints it ({@code SHA256:…}); null until one is
 *     pinned
 */
public record Node(
        String name,
        NodeRole role,
        String host,
        int sshPort,
        int httpsPort,
        @Nullable String hostKey) {
    /** The port of the platform CLI where the inventory names none. */
    public static final int DEFAULT_SSH_PORT = 22;
    /** The port of the web services where the inventory names none. */
    public static final int DEFAULT_HTTPS_PORT = 8443;
}
