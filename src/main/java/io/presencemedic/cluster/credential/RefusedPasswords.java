package io.presencemedic.cluster.credential;

import java.time.Instant;
import java.util.Optional;

/**
 * The passwords that nodes have refused. Three wrong passwords lock an account for five minutes (C7), so what was
 * refused once is not sent again by any link, job or replica until the credential was changed or a person says so.
 * Blocking; not to be called on an event loop.
 */
public interface RefusedPasswords {
    /** By which way a password reaches a node. */
    enum Way {
        /** The platform CLI. */
        SSH,
        /** The web services. */
        WEB
    }

    /**
     * A password at a node.
     *
     * @param cluster id of the node's cluster
     * @param way by which it is sent
     * @param address host and port of the node
     * @param credential the account with its password
     */
    record Login(String cluster, Way way, String address, Credential credential) {}

    /** When the node refused this very password; empty where it did not, or a person wants it tried again. */
    Optional<Instant> refusedAt(Login login);

    /** Takes note that the node refused the password. */
    void remember(Login login);

    /** Takes note that the node took the password. */
    void forget(Login login);
}
