package io.presencemedic.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What the holders of keys may do, for work that is done in their names while they are not there. */
@ApplicationScoped
public class KeyHolders {
    private final ApiKeys keys;

    KeyHolders(ApiKeys keys) {
        this.keys = keys;
    }

    /** Whether there is a key of that name at present whose holder may do what this role may. */
    public Uni<Boolean> may(String name, Role role) {
        return keys.role(name)
                .map(held ->
                        held.filter(found -> found.names().containsAll(role.names())).isPresent());
    }
}
