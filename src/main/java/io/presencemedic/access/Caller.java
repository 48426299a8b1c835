package io.presencemedic.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** Who sent the request that is being answered. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Name of the caller's key, as the audit log and {@code requestedBy} show it. */
    public String name() {
        return identity.getPrincipal().getName();
    }

    /** Whether the caller may do what this role may. */
    public boolean may(Role role) {
        return identity.getRoles().containsAll(role.names());
    }
}
