package io.presencemedic.access;

import io.presencemedic.audit.Actor;
import io.presencemedic.audit.Refusals;
import io.presencemedic.http.RequestId;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Lets a person in by a key, for rooms that keep sessions of their own. */
@ApplicationScoped
public class KeyLogin {
    private final KeyRing keys;
    private final KeyUse use;
    private final Refusals refusals;

    KeyLogin(KeyRing keys, KeyUse use, Refusals refusals) {
        this.keys = keys;
        this.use = use;
        this.refusals = refusals;
    }

    /**
     * The id of the key that was typed.
     *
     * @throws AuthenticationFailedException (in the Uni) where it opens nothing
     */
    public Uni<UUID> login(String typed, RoutingContext request) {
        return keys.find(new Secret(typed), Requests.address(request)).map(answer -> {
            if (answer.key() == null) {
                Actor unknown = Actor.unknown(Requests.address(request), RequestId.of(request));
                refusals.note(unknown, "login.refuse", String.valueOf(answer.refusal()), Requests.target(request));
                throw new AuthenticationFailedException();
            }
            use.note(answer.key().key().id());
            return answer.key().key().id();
        });
    }

    /**
     * The holder of a key, with the rights that it has now.
     *
     * @throws AuthenticationFailedException (in the Uni) where the key is gone or has ended
     */
    public Uni<SecurityIdentity> identity(UUID key) {
        return keys.get(key)
                .map(found -> Subject.of(found.orElseThrow(AuthenticationFailedException::new))
                        .identity());
    }
}
