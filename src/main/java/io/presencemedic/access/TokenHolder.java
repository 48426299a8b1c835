package io.presencemedic.access;

import java.util.Set;

/**
 * A person whom the identity provider has let in, for rooms that keep sessions of their own.
 *
 * @param subject lasting identity: issuer and subject
 * @param name what people call him
 * @param person who it is, as the owners of keys are named
 * @param groups his groups when he signed in; what they allow is asked of the configuration each time
 */
public record TokenHolder(String subject, String name, String person, Set<String> groups) {
    public TokenHolder {
        groups = Set.copyOf(groups);
    }
}
