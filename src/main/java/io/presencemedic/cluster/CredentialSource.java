package io.presencemedic.cluster;

import java.util.Optional;

/** Where the values of credentials come from. */
public interface CredentialSource {
    /**
     * Looks a credential up in the configuration.
     *
     * @return empty where the configuration names no such credential
     */
    Optional<Credential> find(String name);
}
