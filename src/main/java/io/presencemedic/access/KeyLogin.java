package io.presencemedic.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Lets a person in by a key, for rooms that keep sessions of their own. */
@ApplicationScoped
public class KeyLogin {
    private final ApiKeys keys;

    KeyLogin(ApiKeys keys) {
        this.keys = keys;
    }

    /**
     * The id of the key that was typed.
     *
     * @throws AuthenticationFailedException (in the Uni) where it opens nothing
     */
    public Uni<UUID> login(String typed, RoutingContext request) {
        return keys.find(new Secret(typed)).map(found -> found.orElseThrow(AuthenticationFailedException::new)
                .id());
    }

    /**
     * The holder of a key, with the rights that it has now.
     *
     * @throws AuthenticationFailedException (in the Uni) where the key is gone
     */
    public Uni<SecurityIdentity> identity(UUID key) {
        return keys.get(key)
                .map(ApiKeyIdentities::identity)
                .onFailure(io.presencemedic.http.ProblemException.class)
                .transform(gone -> new AuthenticationFailedException());
    }
}
