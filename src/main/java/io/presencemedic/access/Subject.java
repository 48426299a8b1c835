package io.presencemedic.access;

import io.presencemedic.access.grant.Grants;
import io.presencemedic.audit.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Principal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has shown who he is, and what he may do.
 *
 * @param kind how he showed it
 * @param id lasting identity, never given to another
 * @param name what people call it
 * @param person who is behind it
 * @param makers the persons and keys that made this identity; a person of the identity provider has none
 * @param grants what he may do
 */
record Subject(Actor.Kind kind, String id, String name, String person, Set<String> makers, Grants grants) {
    private static final String ATTRIBUTE = Subject.class.getName();

    Subject {
        makers = Set.copyOf(makers);
    }

    static Subject of(HeldKey held) {
        ApiKey key = held.key();
        return new Subject(Actor.Kind.KEY, key.id().toString(), key.name(), key.owner(), held.makers(), key.allowed());
    }

    /** The subject of an identity; null where nobody has shown who he is. */
    static @Nullable Subject of(SecurityIdentity identity) {
        return identity.getAttribute(ATTRIBUTE);
    }

    /** When what the caller showed stops being valid by itself; null where nobody knows. */
    static @Nullable Instant validUntil(SecurityIdentity identity) {
        return identity.getAttribute(Caller.VALID_UNTIL);
    }

    /** Who does it, for the audit log. */
    Actor actor(@Nullable String address, @Nullable String request) {
        return new Actor(kind, id, name, person, address, request);
    }

    /** The identity as Quarkus knows it: with roles for the annotations of resources. */
    SecurityIdentity identity() {
        return identity(QuarkusSecurityIdentity.builder(), new QuarkusPrincipal(name));
    }

    SecurityIdentity identity(QuarkusSecurityIdentity.Builder builder, Principal principal) {
        return builder.setPrincipal(principal)
                .addRoles(grants.roles())
                .addAttribute(ATTRIBUTE, this)
                .build();
    }
}
